package org.chunfeng.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.chunfeng.overpayment.PlatformLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads a list of overpayments once, through the import that everybody uses, and works on a part of it; beside the start,
 * which does not wait for it.
 */
@Component
@Profile("demo")
class DemoOverpayments {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOverpayments.class);
    private static final long PATIENCE_SECONDS = 120;

    private final PlatformLists lists;
    private final DemoPlatformList list;
    private final DemoDesk desk;
    private final DemoOverpaymentWork work;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoOverpayments(
            PlatformLists lists,
            DemoPlatformList list,
            DemoDesk desk,
            DemoOverpaymentWork work,
            JdbcClient jdbc,
            Clock clock) {
        this.lists = lists;
        this.list = list;
        this.desk = desk;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void loadOnce() {
        if (jdbc.sql("select exists (select 1 from overpayment_import)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var thread = new Thread(this::load, "demo-overpayments");
        thread.setDaemon(true);
        thread.start();
    }

    private void load() {
        try {
            byte[] content = list.make(LocalDate.now(clock)).getBytes(StandardCharsets.UTF_8);
            long importId = desk.as("alxa.levyAdmin", () -> begin(content));
            for (int i = 0; i < PATIENCE_SECONDS * 5 && !lists.hasEnded(importId); i++) {
                Thread.sleep(200);
            }
            work.onSome();
            LOG.info("Demo: list of overpayments loaded as import {}", importId);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException stopped) {
            LOG.warn("Demo: the list of overpayments was not loaded to its end: {}", stopped.getMessage());
        }
    }

    private long begin(byte[] content) {
        try {
            return lists.load("多缴税费清单.csv", new ByteArrayInputStream(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
