package org.chunfeng.notice;

import java.sql.Timestamp;
import java.time.Clock;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.TaskClaimed;
import org.chunfeng.engine.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took note of what: by claiming the task, or by one click (RF-7). */
@Component
public class Acknowledgements {

    private final JdbcClient jdbc;
    private final NoticeList list;
    private final Texts texts;
    private final Clock clock;

    Acknowledgements(JdbcClient jdbc, NoticeList list, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.list = list;
        this.texts = texts;
        this.clock = clock;
    }

    /** Only somebody it was addressed to can take note of a notice; the first one counts. */
    public void acknowledge(long noticeId, Actor actor) {
        NoticeRecord notice = list.get(noticeId, actor);
        if (!notice.recipient().includes(actor)) {
            throw Refused.of(403, texts.refusal("noticeOfOthers"));
        }
        jdbc.sql("update notice set acknowledged_at = ?, acknowledged_by = ?"
                        + " where notice_id = ? and acknowledged_at is null")
                .params(now(), actor.userId(), noticeId)
                .update();
    }

    /** Whoever takes the task has taken note of its hand-over and of every reminder. */
    public void acknowledgeStep(String caseNumber, String step, String userId) {
        jdbc.sql("update notice set acknowledged_at = ?, acknowledged_by = ? where case_number = ? and step = ?"
                        + " and kind in ('HAND_OVER', 'REMINDER') and acknowledged_at is null")
                .params(now(), userId, caseNumber, step)
                .update();
    }

    @EventListener
    void claimed(TaskClaimed claim) {
        acknowledgeStep(claim.caseNumber(), claim.step(), claim.userId());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
