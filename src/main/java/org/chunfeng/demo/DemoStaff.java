package org.chunfeng.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.chunfeng.casefile.Bureau;
import org.springframework.core.io.ClassPathResource;

/** Who works in the demo's bureaus: two people for every group of a bureau's level, and one administrator. */
final class DemoStaff {

    /** Ordered as a case passes them. */
    static final List<String> COUNTY = List.of("hallIntake", "leaderOnDuty", "taxSource", "revenueAccounting");

    static final List<String> PREFECTURE = List.of(
            "leaderOnDuty", "revenueAccounting", "levyAdmin", "taxpayerService", "audit", "risk", "policy", "ops");

    static final String ADMINISTRATORS = "camunda-admin";

    private DemoStaff() {}

    /** Always the same people for the same bureaus. */
    static List<DemoPerson> of(List<Bureau> bureaus) {
        List<String> all = bureaus.stream().map(Bureau::bureau).toList();
        Iterator<String> names = names().iterator();
        var people = new ArrayList<DemoPerson>();
        people.add(new DemoPerson("admin", names.next(), ADMINISTRATORS, all));
        for (Bureau bureau : bureaus) {
            List<String> seen = bureau.isPrefecture() ? all : List.of(bureau.bureau());
            for (String group : bureau.isPrefecture() ? PREFECTURE : COUNTY) {
                String id = bureau.bureau() + "." + group;
                people.add(new DemoPerson(id, names.next(), group, seen));
                people.add(new DemoPerson(id + "2", names.next(), group, seen));
            }
        }
        return people;
    }

    private static List<String> names() {
        try {
            return new ClassPathResource("demo/names.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The names of the demo's people cannot be read", e);
        }
    }
}
