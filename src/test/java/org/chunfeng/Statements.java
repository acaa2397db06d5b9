package org.chunfeng;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Counts what this thread asks the database, by what our side and the engine's say of it in their logs. */
public final class Statements {

    private static final List<String> TELLING =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.camunda.bpm.engine.impl.persistence.entity");

    private Statements() {}

    /** The fewest of three times: what is kept for a while is not asked each time. */
    public static long of(Callable<?> work) throws Exception {
        long fewest = once(work);
        for (int again = 0; again < 2; again++) {
            fewest = Math.min(fewest, once(work));
        }
        return fewest;
    }

    private static long once(Callable<?> work) throws Exception {
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        List<Logger> loggers = TELLING.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> listen(logger, told));
        try {
            work.call();
        } finally {
            loggers.forEach(logger -> leave(logger, told));
        }
        String here = Thread.currentThread().getName();
        return Stream.of(told.list.toArray(ILoggingEvent[]::new))
                .filter(event -> event.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said ->
                        said.startsWith("Executing prepared SQL statement") || said.startsWith("==>  Preparing"))
                .count();
    }

    private static void listen(Logger logger, ListAppender<ILoggingEvent> told) {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(told);
    }

    private static void leave(Logger logger, ListAppender<ILoggingEvent> told) {
        logger.detachAppender(told);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
