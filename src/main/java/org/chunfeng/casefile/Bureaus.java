package org.chunfeng.casefile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bureaus, prefecture first. */
@Component
public class Bureaus {

    private final JdbcClient jdbc;

    Bureaus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Bureau> all() {
        return jdbc.sql("select bureau, name, area_code, parent from bureau order by area_code")
                .query(Bureau.class)
                .list();
    }

    public Bureau get(String bureau) {
        return all().stream()
                .filter(one -> one.bureau().equals(bureau))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no bureau " + bureau));
    }
}
