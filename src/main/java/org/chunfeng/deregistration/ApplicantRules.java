package org.chunfeng.deregistration;

import static org.chunfeng.engine.Rule.atMost;
import static org.chunfeng.engine.Rule.required;

import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asks to be deregistered. */
@Component
class ApplicantRules {

    private final CaseFiles cases;
    private final JdbcClient jdbc;
    private final Texts texts;

    ApplicantRules(CaseFiles cases, JdbcClient jdbc, Texts texts) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Wrong length or alphabet is an error; a failing check digit needs an override with a reason. */
    void taxpayerIdIsValid(Submission application, Refusals refusals) {
        if (!application.has("taxpayerId")) {
            return;
        }
        var id = TaxpayerId.of(application.text("taxpayerId"));
        if (id.isCitizenId(application.today())) {
            return;
        }
        if (id.value().length() != 18) {
            refusals.add("taxpayerId", "creditCodeLength", id.value().length());
        } else if (!id.hasCreditCodeShape()) {
            refusals.add("taxpayerId", "creditCodeShape");
        } else if (!id.hasCreditCodeCheck() && !application.flag("taxpayerIdOverride")) {
            refusals.add("taxpayerId", "creditCodeCheck");
        }
        if (application.flag("taxpayerIdOverride")) {
            required("taxpayerIdOverrideReason").check(application, refusals);
        }
    }

    /** DR-11: who says that the head office pays names it, so that the statement can be verified. */
    void headOfficeIsNamed(Submission application, Refusals refusals) {
        boolean paidElsewhere = application.text("hqPaysVat").equals("TRUE")
                || application.text("hqPaysCit").equals("TRUE");
        if (paidElsewhere) {
            required("headOfficeId").check(application, refusals);
        }
        if (application.has("headOfficeId")
                && !TaxpayerId.of(application.text("headOfficeId")).hasCreditCodeShape()) {
            refusals.add("headOfficeId", "creditCodeShape");
        }
    }

    void contactIsPlausible(Submission application, Refusals refusals) {
        if (application.has("contactPhone") && !application.text("contactPhone").matches("[0-9+\\- ]{5,30}")) {
            refusals.add("contactPhone", "notAPhone");
        }
        atMost(300, "taxpayerName").check(application, refusals);
        atMost(60, "contactName", "announcementNo", "commitmentSignedBy").check(application, refusals);
        atMost(64, "requestId").check(application, refusals);
    }

    /** The same application never opens two cases, nor does a taxpayer have two deregistrations at once. */
    void applicationIsNew(Submission application, Refusals refusals) {
        String taxpayer = TaxpayerId.of(application.text("taxpayerId")).value();
        inTurn(taxpayer);
        Rule.requestIsNew(cases::findByRequestInTurn, cases::bureauOf).check(application, refusals);
        jdbc.sql(
                        "select case_number from case_file where taxpayer_id = ? and kind = 'DEREGISTRATION' and status <> 'CLOSED'")
                .param(taxpayer)
                .query(String.class)
                .list()
                .forEach(open -> refusals.add("taxpayerId", "alreadyDeregistering", named(open, application)));
    }

    /** Of two applications for one taxpayer in the same moment, the second waits and then sees the first. */
    private void inTurn(String taxpayer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('deregistration'), hashtext(?))")
                .param(taxpayer)
                .query(rows -> {});
    }

    /** Another county's cases are not told by their numbers. */
    private String named(String caseNumber, Submission application) {
        String bureau = cases.bureauOf(caseNumber);
        return application.actor().reaches(bureau) ? caseNumber : texts.refusal("ofAnotherBureau", "");
    }
}
