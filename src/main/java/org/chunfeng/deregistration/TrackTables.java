package org.chunfeng.deregistration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The tables that say how a deregistration is handled: four lists of failing conditions and grounds, and
 * deregistrationTrack that weighs them in order (simplified, branch, national, general).
 */
@Component
class TrackTables {

    static final List<String> NAMES = List.of(
            "instantBarriers",
            "simplifiedConditions",
            "branchConditions",
            "nationalExemptions",
            "nationalConditions",
            "deregistrationTrack");

    private final DmnEngine engine;
    private final Map<String, DmnDecision> tables = new HashMap<>();
    private final String version;

    TrackTables() {
        this(DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine());
    }

    TrackTables(DmnEngine engine) {
        this.engine = engine;
        MessageDigest digest = sha256();
        for (String name : NAMES) {
            byte[] text = read(name);
            digest.update(text);
            tables.put(name, engine.parseDecision(name, new ByteArrayInputStream(text)));
        }
        version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** Tells the wording of the tables in force from any other. */
    String version() {
        return version;
    }

    Assessment decide(Situation situation) {
        List<Condition> barriers = conditions("instantBarriers", situation);
        List<Condition> simplified = conditions("simplifiedConditions", situation);
        List<Condition> branch = conditions("branchConditions", situation);
        List<Condition> national = conditions("nationalConditions", situation);
        List<String> exemptions =
                ask("nationalExemptions", situation.variables()).collectEntries("ground");
        var weighed = ask(
                        "deregistrationTrack",
                        Map.of(
                                "barred", !barriers.isEmpty(),
                                "simplified", simplified.isEmpty(),
                                "branch", branch.isEmpty(),
                                "exempt", !exemptions.isEmpty(),
                                "national", national.isEmpty()))
                .getSingleResult();
        var track = Assessment.Track.valueOf((String) weighed.getEntry("track"));
        String ground = (String) weighed.getEntry("ground");
        List<Condition> failing = new ArrayList<>(barriers);
        failing.addAll(situation.announced() ? simplified : situation.asksAsBranch() ? branch : national);
        return new Assessment(
                track,
                ground.equals("EXEMPT") ? exemptions.get(0) : ground,
                track == Assessment.Track.INSTANT ? List.of() : List.copyOf(failing),
                version);
    }

    private List<Condition> conditions(String table, Situation situation) {
        return ask(table, situation.variables()).stream()
                .map(row -> new Condition((String) row.getEntry("code"), (String) row.getEntry("sentence"), (String)
                        row.getEntry("remedy")))
                .toList();
    }

    private DmnDecisionResult ask(String table, Map<String, Object> variables) {
        return engine.evaluateDecision(tables.get(table), Variables.fromMap(variables));
    }

    private static byte[] read(String table) {
        try (InputStream text = new ClassPathResource("bpmn/deregistration/" + table + ".dmn").getInputStream()) {
            return text.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
