package org.chunfeng.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/** A submission that breaks rules: nothing was changed, and every wrong field is named. HTTP 400, or 403 and 409. */
public class Refused extends BadUserRequestException {

    private final transient List<Refusal> refusals;
    private final int status;

    public Refused(int status, List<Refusal> refusals) {
        super(Refusal.joined(refusals.stream().map(Refusal::message).toList()));
        this.refusals = List.copyOf(refusals);
        this.status = status;
    }

    public static Refused of(int status, String message) {
        return new Refused(status, List.of(new Refusal("", "", message)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public int status() {
        return status;
    }
}
