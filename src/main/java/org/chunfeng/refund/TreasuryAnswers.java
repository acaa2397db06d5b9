package org.chunfeng.refund;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.chunfeng.engine.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every answer that ever came, in the table treasury_answer; a message number counts once. */
@Component
class TreasuryAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    TreasuryAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps an answer; false when this message was kept before. */
    boolean keep(TreasuryAnswer answer, String fate) {
        return insert(
                answer.messageId(),
                answer.slipNo(),
                answer.answer(),
                answer.returnReason() == null ? "" : answer.returnReason(),
                answer.answeredOn(),
                fate);
    }

    void decide(String messageId, String fate) {
        jdbc.sql("update treasury_answer set fate = ? where message_id = ?")
                .params(fate, messageId)
                .update();
    }

    /** Notes that the process took an answer, which may also have come by hand without a message number. */
    void applied(Slip slip, Submission answer) {
        String messageId = answer.has("messageId")
                ? answer.text("messageId")
                : "%s-%s".formatted(slip.slipNo(), answer.text("answer"));
        boolean fresh = insert(
                messageId,
                slip.slipNo(),
                answer.text("answer"),
                answer.text("returnReason"),
                answer.date("answeredOn").orElse(null),
                "APPLIED");
        if (!fresh) {
            decide(messageId, "APPLIED");
        }
    }

    /** Answers that came before the process waited for them, oldest first. */
    List<TreasuryAnswer> waiting() {
        return jdbc.sql("select * from treasury_answer where fate = 'WAITING' order by received_at limit 200")
                .query((row, number) -> new TreasuryAnswer(
                        row.getString("message_id"),
                        row.getString("slip_no"),
                        row.getString("answer"),
                        row.getString("return_reason").isEmpty() ? null : row.getString("return_reason"),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
    }

    private boolean insert(
            String messageId,
            String slipNo,
            String answer,
            String returnReason,
            @Nullable LocalDate answeredOn,
            String fate) {
        return jdbc.sql("""
                        insert into treasury_answer (message_id, slip_no, answer, return_reason, answered_on, received_at, fate)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (message_id) do nothing
                        """)
                        .params(
                                messageId,
                                slipNo,
                                answer,
                                returnReason,
                                answeredOn,
                                Timestamp.from(clock.instant()),
                                fate)
                        .update()
                == 1;
    }
}
