package org.chunfeng.calendarpage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.CalendarRefused;
import org.chunfeng.calendar.CalendarRefused.Reason;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeDifference;
import org.chunfeng.calendar.DecreeFile;
import org.chunfeng.calendar.DecreeRecord;
import org.chunfeng.deadline.CalendarPreview;
import org.chunfeng.engine.Refused;
import org.springframework.stereotype.Component;

/** Imports decrees for whoever keeps the calendar, be it by page or by program; every refusal is one Chinese sentence. */
@Component
class ImportDesk {

    /** Seven shipped years take 30 kB. */
    static final int LARGEST_FILE = 500_000;

    private static final int LONGEST_REASON = 500;

    private final CalendarImports imports;
    private final CalendarPreview preview;
    private final CalendarKeepers keepers;
    private final Wording wording;

    ImportDesk(CalendarImports imports, CalendarPreview preview, CalendarKeepers keepers, Wording wording) {
        this.imports = imports;
        this.preview = preview;
        this.keepers = keepers;
        this.wording = wording;
    }

    List<Decree> read(byte[] file) {
        keepers.insist();
        if (file.length > LARGEST_FILE) {
            throw Refused.of(413, wording.text("refusal.calendar.tooBig"));
        }
        return refusing(() -> new DecreeFile().read(text(file)));
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new CalendarRefused(Reason.UNREADABLE, "UTF-8");
        }
    }

    ImportPreview preview(List<Decree> decrees) {
        keepers.insist();
        List<DecreeDifference> differences = imports.preview(decrees);
        List<ImportPreview.Year> years = new java.util.ArrayList<>();
        for (int i = 0; i < decrees.size(); i++) {
            years.add(year(decrees.get(i), differences.get(i)));
        }
        List<String> remarks = decrees.stream()
                .flatMap(decree -> imports.remarks(decree).stream())
                .map(remark -> wording.text(
                        "calendar.remark." + remark.kind(),
                        wording.day(remark.date()),
                        String.valueOf(remark.date().getYear())))
                .toList();
        return new ImportPreview(years, remarks, preview.of(imports.candidate(decrees)));
    }

    private ImportPreview.Year year(Decree decree, DecreeDifference difference) {
        int worked = (int) decree.days().stream().filter(day -> day.working()).count();
        return new ImportPreview.Year(
                decree.year(),
                difference.newYear(),
                decree.source(),
                decree.days().size() - worked,
                worked,
                difference.changes().stream()
                        .map(change -> new ImportPreview.Changed(
                                change.date(),
                                wording.day(change.date()),
                                ImportPreview.State.of(change.before()),
                                ImportPreview.State.of(change.after()),
                                change.movesDates()))
                        .toList());
    }

    /** The drafts, waiting for a second person; none where the calendar in force says the same. */
    List<DecreeRecord> draft(List<Decree> decrees) {
        String by = keepers.insist();
        return imports.draft(decrees, by).stream().map(this::get).toList();
    }

    DecreeRecord get(long id) {
        keepers.insist();
        return imports.find(id).orElseThrow(() -> Refused.of(404, wording.text("refusal.calendar.noSuchImport")));
    }

    Decree content(DecreeRecord decree) {
        return imports.content(decree);
    }

    List<DecreeRecord> all() {
        keepers.insist();
        return imports.all();
    }

    DecreeRecord sign(long id, String reason) {
        String by = keepers.insist();
        if (reason.length() > LONGEST_REASON) {
            throw Refused.of(
                    400, wording.text("refusal.tooLong", wording.text("calendar.decree.reason"), LONGEST_REASON));
        }
        get(id);
        refusing(() -> {
            imports.sign(id, by, reason);
            return by;
        });
        return get(id);
    }

    void discard(long id) {
        keepers.insist();
        get(id);
        refusing(() -> {
            imports.discard(id);
            return id;
        });
    }

    private <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (CalendarRefused refused) {
            int status =
                    refused.reason() == Reason.SAME_PERSON ? 403 : refused.reason() == Reason.NOT_A_DRAFT ? 409 : 400;
            throw Refused.of(status, wording.text("refusal.calendar." + refused.reason(), refused.detail()));
        }
    }
}
