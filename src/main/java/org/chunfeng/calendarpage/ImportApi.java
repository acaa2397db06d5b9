package org.chunfeng.calendarpage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeRecord;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.engine.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports of decrees, for programs: preview, draft, signature by a second person, progress of what follows. */
@RestController
@RequestMapping("/api/calendar/imports")
class ImportApi {

    private final ImportDesk desk;
    private final CalendarReview review;
    private final CalendarKeepers keepers;
    private final Wording wording;

    ImportApi(ImportDesk desk, CalendarReview review, CalendarKeepers keepers, Wording wording) {
        this.desk = desk;
        this.review = review;
        this.keepers = keepers;
        this.wording = wording;
    }

    /** The preview, and the drafts that were made: none for a mere preview, or when the calendar says the same already. */
    record Imported(ImportPreview preview, List<DecreeRecord> drafts) {}

    record Signature(@Nullable String reason) {}

    @GetMapping
    List<DecreeRecord> all() {
        return desk.all();
    }

    /** Takes JSON of the shipped form; with preview=true nothing is kept. */
    @PostMapping
    ResponseEntity<Imported> upload(@RequestParam(defaultValue = "false") String preview, InputStream body)
            throws IOException {
        keepers.insist();
        if (!preview.matches("true|false")) {
            throw Refused.of(400, wording.text("refusal.calendar.previewFlag"));
        }
        List<Decree> decrees = desk.read(body.readNBytes(ImportDesk.LARGEST_FILE + 1));
        ImportPreview seen = desk.preview(decrees);
        List<DecreeRecord> drafts = preview.equals("true") ? List.of() : desk.draft(decrees);
        return ResponseEntity.status(drafts.isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Imported(seen, drafts));
    }

    @GetMapping("/{id}")
    Imported one(@PathVariable String id) {
        DecreeRecord decree = desk.get(number(id));
        return new Imported(desk.preview(List.of(desk.content(decree))), List.of(decree));
    }

    @PostMapping("/{id}/signature")
    DecreeRecord sign(@PathVariable String id, @RequestBody(required = false) @Nullable Signature signature) {
        String reason = signature == null || signature.reason() == null ? "" : signature.reason();
        return desk.sign(number(id), reason);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        desk.discard(number(id));
    }

    @GetMapping("/{id}/progress")
    ImportProgress progress(@PathVariable String id) {
        Long version = desk.get(number(id)).version();
        if (version == null) {
            throw Refused.of(409, wording.text("refusal.calendar.notSigned"));
        }
        return ImportProgress.of(review, version);
    }

    /** What is no number is no import. */
    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
