package org.chunfeng.demo;

import static java.util.stream.Collectors.joining;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where the demo is and who may sign in, once it can be used. */
@Component
@Profile("demo")
class Welcome {

    private final Bureaus bureaus;
    private final MessageSource messages;
    private final Environment environment;

    Welcome(Bureaus bureaus, MessageSource messages, Environment environment) {
        this.bureaus = bureaus;
        this.messages = messages;
        this.environment = environment;
    }

    /** On standard output, not in the log: it is for the person at the keyboard. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        console().println(text());
    }

    /** A machine without a locale would print question marks. */
    private static PrintStream console() {
        Charset charset = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        return charset.newEncoder().canEncode('春')
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    String text() {
        String port = environment.getProperty("local.server.port", "8080");
        return message(
                "demo.welcome",
                "http://127.0.0.1:" + port + "/",
                DemoPerson.PASSWORD,
                named(Bureau::isPrefecture),
                groups(DemoStaff.PREFECTURE),
                named(bureau -> !bureau.isPrefecture()),
                groups(DemoStaff.COUNTY));
    }

    private String named(Predicate<Bureau> level) {
        return bureaus.all().stream()
                .filter(level)
                .map(bureau -> bureau.bureau() + " " + bureau.name())
                .collect(joining("，"));
    }

    private String groups(List<String> groups) {
        return groups.stream()
                .map(group -> group + " " + message("code.group." + group))
                .collect(joining("，"));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
