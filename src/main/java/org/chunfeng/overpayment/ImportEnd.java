package org.chunfeng.overpayment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of an import: each county is told once how much it has to do, however many rows there were. */
@Component
class ImportEnd {

    private final Imports imports;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    ImportEnd(Imports imports, Notices notices, JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.notices = notices;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    private record Share(String bureau, long cases, LocalDate firstDue) {}

    @Transactional
    public void reached(long importId) {
        if (imports.move(importId, List.of("RUNNING"), "DONE", "")) {
            shares(importId).forEach(share -> tell(importId, share));
        }
    }

    private void tell(long importId, Share share) {
        String saying = messages.getMessage(
                "overpayment.notice.imported",
                new Object[] {String.valueOf(importId), share.cases(), share.firstDue()},
                Locale.CHINA);
        notices.tell(Notice.announcement(Recipient.group("taxSource", share.bureau()), "import-" + importId, saying));
    }

    private List<Share> shares(long importId) {
        return jdbc.sql("""
                        select c.bureau, count(*) as cases, min(k.due_at) as first_due
                        from overpayment o join case_file c using (case_number)
                            join clock k on k.case_number = o.case_number and k.step = ? and k.epoch = 1
                        where o.import_id = ? group by c.bureau order by c.bureau
                        """)
                .params(OverpaymentProcess.CLASSIFY, importId)
                .query((row, number) ->
                        new Share(row.getString("bureau"), row.getLong("cases"), day(row.getTimestamp("first_due"))))
                .list();
    }

    private LocalDate day(Timestamp moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }
}
