package org.chunfeng.overpayment;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notices once a batch, not once a case: whoever has 200 new tasks gets one notice that counts them. */
@Component
class BatchNotices {

    private final Notices notices;
    private final MessageSource messages;
    private final Texts texts;
    private final ThreadLocal<Batch> open = new ThreadLocal<>();

    BatchNotices(Notices notices, MessageSource messages, Texts texts) {
        this.notices = notices;
        this.messages = messages;
        this.texts = texts;
    }

    /** A department of a bureau that has something to do now. */
    private record Desk(String bureau, String group, String step) implements Comparable<Desk> {

        @Override
        public int compareTo(Desk other) {
            return (bureau + group + step).compareTo(other.bureau + other.group + other.step);
        }
    }

    private static final class Batch {
        private final Map<Desk, Integer> counts = new TreeMap<>();
        private final Map<Desk, Integer> pending = new TreeMap<>();
    }

    /** Does the work of a batch and tells, when it is over, each department once; the occasion makes it be told once. */
    <T> T telling(String occasion, Callable<T> work) throws Exception {
        var batch = new Batch();
        open.set(batch);
        try {
            return work.call();
        } finally {
            open.remove();
            batch.counts.forEach((desk, count) -> tell(occasion, desk, count));
        }
    }

    /** Takes a hand-over into the batch of this thread, if there is one; it counts once its case is through. */
    boolean collects(String bureau, String group, String step) {
        Batch batch = open.get();
        if (batch == null) {
            return false;
        }
        batch.pending.merge(new Desk(bureau, group, step), 1, Integer::sum);
        return true;
    }

    /** One case of the batch is committed, or was rolled back and leaves no trace. */
    void caseDone(boolean committed) {
        Batch batch = open.get();
        if (batch == null) {
            return;
        }
        if (committed) {
            batch.pending.forEach((desk, count) -> batch.counts.merge(desk, count, Integer::sum));
        }
        batch.pending.clear();
    }

    private void tell(String occasion, Desk desk, int count) {
        String saying = messages.getMessage(
                "overpayment.notice.batch", new Object[] {count, texts.code("step", desk.step())}, Locale.CHINA);
        notices.tell(Notice.announcement(
                Recipient.group(desk.group(), desk.bureau()), occasion + "/" + desk.step(), saying));
    }
}
