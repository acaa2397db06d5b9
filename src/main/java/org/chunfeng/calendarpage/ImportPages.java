package org.chunfeng.calendarpage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeRecord;
import org.chunfeng.calendar.DecreeRecord.State;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of decrees, for people: choose a file, see what it would change, hand it in, and let somebody else sign. */
@Controller
@RequestMapping("/calendar/imports")
class ImportPages {

    private final ImportDesk desk;
    private final CalendarReview review;
    private final Bureaus bureaus;
    private final People people;
    private final Actors actors;

    ImportPages(ImportDesk desk, CalendarReview review, Bureaus bureaus, People people, Actors actors) {
        this.desk = desk;
        this.review = review;
        this.bureaus = bureaus;
        this.people = people;
        this.actors = actors;
    }

    @GetMapping
    String all(Model model) {
        List<DecreeRecord> all = desk.all();
        model.addAttribute(
                "drafts",
                all.stream().filter(decree -> decree.state() == State.DRAFT).toList());
        model.addAttribute(
                "decided",
                all.stream().filter(decree -> decree.state() != State.DRAFT).toList());
        model.addAttribute("names", names(all));
        model.addAttribute(
                "sources",
                all.stream().collect(Collectors.toMap(DecreeRecord::id, decree -> Notice.shortened(decree.source()))));
        return "calendar/imports";
    }

    /** Shows what a file would change; nothing is kept until it is handed in. */
    @PostMapping("/preview")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse answer)
            throws IOException {
        return answering(model, answer, () -> {
            byte[] content = file == null ? new byte[0] : file.getBytes();
            model.addAttribute("preview", desk.preview(desk.read(content)));
            model.addAttribute("sent", new String(content, StandardCharsets.UTF_8));
            model.addAttribute("bureauNames", bureauNames());
            return "calendar/preview";
        });
    }

    @PostMapping
    String handIn(@RequestParam(defaultValue = "") String content, Model model, HttpServletResponse answer)
            throws IOException {
        return answering(model, answer, () -> {
            List<Decree> decrees = desk.read(content.getBytes(StandardCharsets.UTF_8));
            List<DecreeRecord> drafts = desk.draft(decrees);
            return drafts.size() == 1
                    ? "redirect:/calendar/imports/" + drafts.get(0).id()
                    : "redirect:/calendar/imports";
        });
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        DecreeRecord decree = desk.get(id);
        model.addAttribute("decree", decree);
        model.addAttribute("names", names(List.of(decree)));
        model.addAttribute("bureauNames", bureauNames());
        model.addAttribute("mine", decree.importedBy().equals(actors.current().userId()));
        if (decree.state() == State.DRAFT) {
            model.addAttribute("preview", desk.preview(List.of(desk.content(decree))));
        } else if (decree.version() != null) {
            model.addAttribute("progress", ImportProgress.of(review, decree.version()));
        }
        return "calendar/import";
    }

    @PostMapping("/{id}/signature")
    String sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse answer)
            throws IOException {
        try {
            desk.sign(id, reason);
            return "redirect:/calendar/imports/" + id;
        } catch (Refused refused) {
            refuse(model, answer, refused);
            return one(id, model);
        }
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id) {
        desk.discard(id);
        return "redirect:/calendar/imports";
    }

    /** Something that reads what a person sent. */
    private interface Work {
        String done() throws IOException;
    }

    /** A file that is refused leads back to where files are chosen, with the one sentence that says why. */
    private String answering(Model model, HttpServletResponse answer, Work work) throws IOException {
        try {
            return work.done();
        } catch (Refused refused) {
            refuse(model, answer, refused);
            return all(model);
        }
    }

    private static void refuse(Model model, HttpServletResponse answer, Refused refused) {
        answer.setStatus(refused.status());
        model.addAttribute("refusal", refused.getMessage());
    }

    private Map<String, String> names(List<DecreeRecord> decrees) {
        Set<String> accounts = decrees.stream()
                .flatMap(decree -> Stream.of(decree.importedBy(), decree.signedBy() == null ? "" : decree.signedBy()))
                .collect(Collectors.toSet());
        return people.namesOf(accounts);
    }

    private Map<String, String> bureauNames() {
        return bureaus.all().stream()
                .collect(Collectors.toMap(Bureau::bureau, Bureau::name, (one, other) -> one, LinkedHashMap::new));
    }
}
