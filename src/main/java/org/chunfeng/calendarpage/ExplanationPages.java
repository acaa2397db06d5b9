package org.chunfeng.calendarpage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.Unit;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Explains due times to people, on a sheet that can be handed out; and the calculator. */
@Controller
class ExplanationPages {

    private final ClockExplanations clocks;
    private final Explainer explainer;
    private final OfficeHours hours;
    private final Texts texts;
    private final Clock time;

    ExplanationPages(ClockExplanations clocks, Explainer explainer, OfficeHours hours, Texts texts, Clock time) {
        this.clocks = clocks;
        this.explainer = explainer;
        this.hours = hours;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping("/clocks/{id}")
    String clock(@PathVariable String id, Model model) {
        model.addAttribute("explained", clocks.of(id));
        return "calendar/clock";
    }

    @GetMapping("/calendar/deadline")
    String calculator(DeadlineQuestion question, Model model, HttpServletResponse answer) {
        boolean asked = !question.isEmpty();
        model.addAttribute("units", Unit.values());
        model.addAttribute("question", asked ? question : suggestion());
        model.addAttribute("refusals", List.of());
        if (asked) {
            try {
                DeadlineQuestion.Readable readable = question.read(hours, texts);
                model.addAttribute("explained", explainer.of(readable.startedAt(), readable.budget()));
            } catch (Refused refused) {
                answer.setStatus(refused.status());
                model.addAttribute("refusals", refused.refusals());
            }
        }
        return "calendar/calculator";
    }

    private DeadlineQuestion suggestion() {
        String now = LocalDateTime.now(time).truncatedTo(ChronoUnit.MINUTES).toString();
        return new DeadlineQuestion(now, "4", Unit.WORKING_DAY.name(), "");
    }
}
