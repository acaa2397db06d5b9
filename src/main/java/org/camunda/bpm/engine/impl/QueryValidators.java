package org.camunda.bpm.engine.impl;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Takes the place of the engine's class of this name, which looks for expressions in the outermost query only, so that one
 * inside {@code orQueries} is evaluated for anybody (CVE-2026-109432; no fix will appear for 7.24.0). Here every nested
 * query is looked at, and stored filters may use a handful of expressions and no other. Drop it when the engine is changed
 * for one that has the fix.
 */
public class QueryValidators {

    /** Queries that arrive from outside. */
    public static class AdhocQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

        @SuppressWarnings("rawtypes")
        public static final AdhocQueryValidator INSTANCE = new AdhocQueryValidator();

        private AdhocQueryValidator() {}

        @Override
        public void validate(T query) {
            boolean allowed = engine().isEnableExpressionsInAdhocQueries();
            if (!allowed && expressionsIn(query).findAny().isPresent()) {
                throw new BadUserRequestException("Expressions are forbidden in adhoc queries");
            }
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> AdhocQueryValidator<T> get() {
            return INSTANCE;
        }
    }

    /** Queries that are kept as filters. */
    public static class StoredQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

        @SuppressWarnings("rawtypes")
        public static final StoredQueryValidator INSTANCE = new StoredQueryValidator();

        private static final Set<String> HARMLESS = Set.of(
                "${currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime().withTimeAtStartOfDay()}",
                "${dateTime().withTimeAtStartOfDay().plusDays(1)}");

        private StoredQueryValidator() {}

        @Override
        public void validate(T query) {
            boolean allowed = engine().isEnableExpressionsInStoredQueries();
            if (!expressionsIn(query).allMatch(expression -> allowed && HARMLESS.contains(expression))) {
                throw new BadUserRequestException("Only these expressions are allowed in stored queries: " + HARMLESS);
            }
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> StoredQueryValidator<T> get() {
            return INSTANCE;
        }
    }

    private static ProcessEngineConfigurationImpl engine() {
        return Context.getProcessEngineConfiguration();
    }

    private static Stream<String> expressionsIn(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(query, all);
        return all.stream().flatMap(one -> one.getExpressions().values().stream());
    }

    /** A task query and its parts share one list of parts, in which the query itself stands too. */
    private static void collect(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> all) {
        if (all.add(query) && query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(part -> collect(part, all));
        }
    }
}
