package org.chunfeng.notice;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that a person may see: those of the own bureau, for the prefecture's people those of all. */
@Component
public class NoticeList {

    private static final String MINE = """
            select * from notice
            where recipient in (:names)
                and (recipient_kind = 'ACCOUNT' and recipient = :user
                    or recipient_kind = 'GROUP' and recipient in (:groups) and recipient_bureau = :bureau)
            order by acknowledged_at is not null, notice_id desc
            limit 200
            """;

    private final JdbcClient jdbc;
    private final Texts texts;

    NoticeList(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** What this person was told, alone or as member of a group: what waits for a click first, then the newest. */
    public List<NoticeRecord> of(Actor actor) {
        List<String> groups = new ArrayList<>(actor.groups());
        groups.add("");
        List<String> names = new ArrayList<>(groups);
        names.add(actor.userId());
        return jdbc.sql(MINE)
                .param("names", names)
                .param("groups", groups)
                .param("user", actor.userId())
                .param("bureau", actor.bureau())
                .query(NoticeRecord::map)
                .list();
    }

    /** Hand-overs of open cases that nobody acknowledged, longest waiting first. */
    public List<NoticeRecord> unacknowledged(Actor leader) {
        return jdbc.sql("""
                        select n.* from notice n join case_file c using (case_number)
                        where n.kind = 'HAND_OVER' and n.acknowledged_at is null and c.status <> 'CLOSED'
                            and (:everywhere or n.bureau = :bureau)
                        order by n.created_at, n.notice_id limit 200
                        """)
                .param("everywhere", leader.prefecture())
                .param("bureau", leader.bureau())
                .query(NoticeRecord::map)
                .list();
    }

    /** Mails that were given up, newest first. */
    List<NoticeRecord> dead(Actor actor) {
        return jdbc.sql(
                        "select * from notice where state = 'FAILED' and (:everywhere or bureau = :bureau) order by notice_id desc limit 200")
                .param("everywhere", actor.prefecture())
                .param("bureau", actor.bureau())
                .query(NoticeRecord::map)
                .list();
    }

    /** A notice that this person may see; any other is refused as if it were not there. */
    NoticeRecord get(long noticeId, Actor actor) {
        return jdbc.sql("select * from notice where notice_id = ?")
                .param(noticeId)
                .query(NoticeRecord::map)
                .optional()
                .filter(notice ->
                        actor.reaches(notice.bureau()) || notice.recipient().includes(actor))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchNotice")));
    }
}
