package org.chunfeng.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.SubmissionVariable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts supervision on its days, one case for each county; what was missed is done later and says so. The key of a run keeps
 * a second node from doing the same.
 */
@Component
public class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final SupervisionDays days;
    private final SupervisionRuns runs;
    private final SupervisionSettings settings;
    private final Bureaus bureaus;
    private final CaseFiles cases;
    private final RuntimeService engine;
    private final Actors actors;
    private final TransactionOperations transactions;
    private final Clock clock;

    Supervisor(
            SupervisionDays days,
            SupervisionRuns runs,
            SupervisionSettings settings,
            Bureaus bureaus,
            CaseFiles cases,
            @Lazy RuntimeService engine,
            Actors actors,
            TransactionOperations transactions,
            Clock clock) {
        this.days = days;
        this.runs = runs;
        this.settings = settings;
        this.bureaus = bureaus;
        this.cases = cases;
        this.engine = engine;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${chunfeng.supervision.first-look:PT2M}", fixedDelayString = "PT1M")
    public void superviseWhenDue() {
        for (Bureau county : bureaus.all()) {
            if (!county.isPrefecture()) {
                attempt(county);
            }
        }
    }

    /** Whatever goes wrong in one county, the others do not wait for it. */
    private void attempt(Bureau county) {
        try {
            for (SupervisionKind kind : SupervisionKind.values()) {
                for (LocalDate day : days.due(kind, runs.last(kind, county.bureau()))) {
                    actors.asSystem(() -> transactions.executeWithoutResult(status -> supervise(kind, day, county)));
                }
            }
        } catch (DuplicateKeyException doneElsewhere) {
            LOG.info("{} is being supervised by another node", county.bureau());
        } catch (RuntimeException failure) {
            LOG.error("{} could not be supervised; it is tried again in a minute", county.bureau(), failure);
        }
    }

    private void supervise(SupervisionKind kind, LocalDate day, Bureau county) {
        Instant now = clock.instant();
        String caseNumber = open(kind, county, now);
        runs.insert(
                SupervisionRun.begun(
                        kind,
                        day,
                        county.bureau(),
                        caseNumber,
                        days.isMissed(day),
                        settings.sharePercent(),
                        settings.seed()),
                now);
        engine.createMessageCorrelation(SupervisionProcess.DUE)
                .processInstanceBusinessKey(caseNumber)
                .setVariable(SubmissionVariable.BUREAU, county.bureau())
                .correlateStartMessage();
    }

    private String open(SupervisionKind kind, Bureau county, Instant now) {
        return cases.open(new NewCase(
                CaseKind.SUPERVISION,
                kind.name(),
                "OTHER",
                county.bureau(),
                county.areaCode(),
                county.name(),
                null,
                "SYSTEM",
                null,
                null,
                Actors.SYSTEM,
                now,
                null));
    }
}
