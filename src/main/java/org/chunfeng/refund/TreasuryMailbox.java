package org.chunfeng.refund;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fetches answers from the treasury's folder, each file one answer, and tries again those that came too early. */
@Component
class TreasuryMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(TreasuryMailbox.class);

    private final TreasurySettings settings;
    private final TreasuryInbox inbox;
    private final AnswerCheck check;
    private final Actors actors;
    private final JsonMapper json;

    TreasuryMailbox(TreasurySettings settings, TreasuryInbox inbox, AnswerCheck check, Actors actors, JsonMapper json) {
        this.settings = settings;
        this.inbox = inbox;
        this.check = check;
        this.actors = actors;
        this.json = json;
    }

    @Scheduled(fixedDelayString = "${chunfeng.treasury.poll:PT5S}")
    void fetch() throws IOException {
        inbox.waiting().forEach(this::tryAgain);
        // there before the first answer, so that whoever brings one finds where to put it
        Files.createDirectories(settings.in());
        List<Path> files;
        try (var found = Files.list(settings.in())) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            read(file);
        }
    }

    /** One answer that its case does not take must not hold up all others. */
    private void tryAgain(TreasuryAnswer answer) {
        try {
            inbox.deliver(answer);
        } catch (RuntimeException refusedByTheCase) {
            LOG.warn("Treasury answer {} still waits", answer.messageId(), refusedByTheCase);
        }
    }

    private void read(Path file) throws IOException {
        try {
            TreasuryAnswer answer = json.readValue(Files.readString(file), TreasuryAnswer.class);
            check.insist(answer, actors.current());
            String fate = inbox.take(answer);
            LOG.info("Treasury answer {} for slip {}: {}", answer.messageId(), answer.slipNo(), fate);
            move(file, settings.done());
        } catch (JacksonException | Refused unreadable) {
            LOG.warn("Treasury answer {} was rejected: {}", file.getFileName(), unreadable.getMessage());
            move(file, settings.rejected());
        }
    }

    private static void move(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
