package org.chunfeng.demo;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells and changes the demo's time; a wrong wish is answered with 400 and one sentence, and changes nothing. */
@RestController
@Profile("demo")
@RequestMapping("/demo/clock")
class ClockController {

    private final DemoClock clock;
    private final TimeMachine machine;
    private final MessageSource messages;

    ClockController(DemoClock clock, TimeMachine machine, MessageSource messages) {
        this.clock = clock;
        this.machine = machine;
        this.messages = messages;
    }

    @GetMapping
    ClockAnswer now() {
        return new ClockAnswer(
                OffsetDateTime.now(clock),
                OffsetDateTime.ofInstant(clock.realTime(), clock.getZone()),
                clock.offset().toString());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ClockAnswer change(@RequestBody ClockChange wish) {
        machine.change(wish);
        return now();
    }

    @ExceptionHandler
    @ResponseStatus(code = HttpStatus.BAD_REQUEST)
    Map<String, String> refused(ClockRefused refused) {
        return sentence(refused.key(), refused.arguments());
    }

    @ExceptionHandler
    @ResponseStatus(code = HttpStatus.BAD_REQUEST)
    Map<String, String> unreadable(HttpMessageNotReadableException unreadable) {
        return sentence("demo.clock.oneWish");
    }

    private Map<String, String> sentence(String key, @Nullable Object... arguments) {
        return Map.of("message", messages.getMessage(key, arguments, Locale.CHINA));
    }
}
