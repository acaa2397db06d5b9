package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open items of each case, in the table deregistration_item. */
@Component
class OpenItems {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OpenItem> of(String caseNumber) {
        return jdbc.sql("select code, name, state from deregistration_item where case_number = ? order by code")
                .param(caseNumber)
                .query(OpenItem.class)
                .list();
    }

    List<OpenItem> open(String caseNumber) {
        return of(caseNumber).stream().filter(OpenItem::isOpen).toList();
    }

    List<OpenItem> promised(String caseNumber) {
        return of(caseNumber).stream()
                .filter(item -> item.state() == OpenItem.State.PROMISED)
                .toList();
    }

    /** Raises an item, or raises it again. */
    void raise(String caseNumber, String code, String name, String by) {
        jdbc.sql("""
                        insert into deregistration_item values (?, ?, ?, 'OPEN', ?, ?)
                        on conflict (case_number, code) do update
                        set name = excluded.name, state = 'OPEN', changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """).params(caseNumber, code, name, by, now()).update();
    }

    void settle(String caseNumber, Collection<String> codes, String by) {
        move(caseNumber, codes, OpenItem.State.SETTLED, by);
    }

    void promise(String caseNumber, Collection<String> codes, String by) {
        move(caseNumber, codes, OpenItem.State.PROMISED, by);
    }

    private void move(String caseNumber, Collection<String> codes, OpenItem.State state, String by) {
        jdbc.sql(
                        "update deregistration_item set state = ?, changed_by = ?, changed_at = ? where case_number = ? and code = any(?)")
                .params(state.name(), by, now(), caseNumber, codes.toArray(String[]::new))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
