package org.chunfeng.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers: what a matter asks for, and what a case has. */
@Component
public class Materials {

    private static final String REGISTER = """
            insert into material (case_number, code, name, state)
            select :case, r.code, r.name, case when r.code = any(:present) then 'PRESENT'
                                               when r.demand = 'EXEMPT' then 'EXEMPT'
                                               when r.reusable and r.code = any(:onFile) then 'ON_FILE'
                                               else 'MISSING' end
            from material_rule r where r.kind = :kind and r.matter = :matter
            on conflict (case_number, code) do update set state = excluded.state
            """;

    private static final String ON_FILE = """
            select distinct m.code from material m
            join case_file c on c.case_number = m.case_number
            join material_rule r on r.kind = c.kind and r.matter = c.matter and r.code = m.code
            where c.kind = :kind and c.matter = :matter and c.taxpayer_id = :taxpayer and c.accepted_at is not null
              and r.reusable and m.state in ('PRESENT', 'ON_FILE')
            """;

    private final JdbcClient jdbc;

    Materials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MaterialRule> rules(CaseKind kind, String matter) {
        return jdbc.sql(
                        "select code, name, demand, reusable from material_rule where kind = ? and matter = ? order by position")
                .params(kind.name(), matter)
                .query(MaterialRule.class)
                .list();
    }

    /** Codes of reusable papers that this taxpayer gave in an earlier accepted case of the same matter. */
    public List<String> onFile(CaseKind kind, String matter, String taxpayerId) {
        return jdbc.sql(ON_FILE)
                .param("kind", kind.name())
                .param("matter", matter)
                .param("taxpayer", taxpayerId)
                .query(String.class)
                .list();
    }

    /** Writes the checklist of a case: what was brought, what is on file, what is exempt, what is missing. */
    public void register(CaseFile caseFile, Collection<String> present, Collection<String> onFile) {
        jdbc.sql(REGISTER)
                .param("case", caseFile.caseNumber())
                .param("kind", caseFile.kind().name())
                .param("matter", caseFile.matter())
                .param("present", present.toArray(String[]::new))
                .param("onFile", onFile.toArray(String[]::new))
                .update();
    }

    public List<Material> of(String caseNumber) {
        return jdbc.sql("select code, name, state from material where case_number = ? order by code")
                .param(caseNumber)
                .query(Material.class)
                .list();
    }

    public List<Material> missing(String caseNumber) {
        return of(caseNumber).stream().filter(Material::isMissing).toList();
    }

    public void receive(String caseNumber, Collection<String> codes) {
        change(caseNumber, codes, "PRESENT");
    }

    /** Asks for papers of the checklist. */
    public void demand(String caseNumber, Collection<String> codes) {
        change(caseNumber, codes, "MISSING");
    }

    /** A leader decided that what is missing need not be brought. */
    public void waiveMissing(String caseNumber) {
        change(caseNumber, missing(caseNumber).stream().map(Material::code).toList(), "WAIVED");
    }

    private void change(String caseNumber, Collection<String> codes, String state) {
        if (codes.isEmpty()) {
            return;
        }
        jdbc.sql("update material set state = ? where case_number = ? and code = any(?)")
                .params(state, caseNumber, codes.toArray(String[]::new))
                .update();
    }
}
