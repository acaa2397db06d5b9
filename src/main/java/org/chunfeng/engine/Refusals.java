package org.chunfeng.engine;

import java.util.ArrayList;
import java.util.List;

/** Collects every refusal of one submission, so that a person is told all of them at once. */
public class Refusals {

    private final Texts texts;
    private final List<Refusal> all = new ArrayList<>();

    public Refusals(Texts texts) {
        this.texts = texts;
    }

    /** The first thing that is wrong with a field is enough for its sender; what concerns no field is told in full. */
    private boolean isNamed(String field) {
        return !field.isEmpty() && has(field);
    }

    /** Refuses a field by the key of its sentence in messages/refusals.properties; {0} is always the field's label. */
    public void add(String field, String key, Object... arguments) {
        if (isNamed(field)) {
            return;
        }
        String label = texts.label(field);
        Object[] withLabel = new Object[arguments.length + 1];
        withLabel[0] = label;
        System.arraycopy(arguments, 0, withLabel, 1, arguments.length);
        all.add(new Refusal(field, label, texts.refusal(key, withLabel)));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public boolean has(String field) {
        return all.stream().anyMatch(refusal -> refusal.field().equals(field));
    }

    public List<Refusal> all() {
        return List.copyOf(all);
    }
}
