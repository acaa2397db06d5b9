package org.chunfeng.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The time machine as a bar on every page: its buttons lead back to the page they were pressed on. */
@Controller
@Profile("demo")
class ClockBarController {

    private final DemoClock clock;
    private final TimeMachine machine;

    ClockBarController(DemoClock clock, TimeMachine machine) {
        this.clock = clock;
        this.machine = machine;
    }

    @PostMapping(path = "/demo/clock", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String change(ClockChange wish, @RequestParam(defaultValue = "/") String page) {
        machine.change(wish);
        return "redirect:" + own(page);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(ClockRefused refused, HttpServletRequest request, Model model) {
        String page = own(Optional.ofNullable(request.getParameter("page")).orElse("/"));
        // what every page gets, a page about an error does not get
        model.addAttribute("clockBar", ClockBar.of(clock, page));
        model.addAttribute("key", refused.key());
        model.addAttribute("arguments", refused.arguments());
        return "demo/clockRefused";
    }

    /** Only a path, so that no other site is ever led to. */
    private static String own(String page) {
        return page.matches("/([^/\\\\{}\\p{Cntrl}][^\\\\{}\\p{Cntrl}]*)?") ? page : "/";
    }

    /** Gives every page what the bar shows; where the profile is off, the bar finds nothing and is left out. */
    @ControllerAdvice
    @Profile("demo")
    static class EveryPage {

        private final DemoClock clock;

        EveryPage(DemoClock clock) {
            this.clock = clock;
        }

        @ModelAttribute("clockBar")
        ClockBar clockBar(HttpServletRequest request) {
            String query = request.getQueryString();
            return ClockBar.of(clock, request.getRequestURI() + (query == null ? "" : "?" + query));
        }
    }
}
