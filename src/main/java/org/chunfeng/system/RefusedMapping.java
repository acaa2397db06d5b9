package org.chunfeng.system;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.chunfeng.engine.Refused;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns a refusal of the entry guard into HTTP 4xx with every wrong field, at the engine's REST interface and behind
 * Tasklist alike, where the engine itself would answer 500 with a technical sentence.
 */
public class RefusedMapping implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(OfRestException.class, 1);
        context.register(OfEngineException.class, 1);
    }

    private static @Nullable Refused refusedIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    abstract static class Mapper<T extends Throwable> implements ExtendedExceptionMapper<T> {

        @Override
        public boolean isMappable(T failure) {
            return refusedIn(failure) != null;
        }

        @Override
        public Response toResponse(T failure) {
            Refused refused = refusedIn(failure);
            return Response.status(refused.status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(RefusedAnswer.of(refused))
                    .build();
        }
    }

    @Priority(1)
    static class OfRestException extends Mapper<RestException> {}

    @Priority(1)
    static class OfEngineException extends Mapper<ProcessEngineException> {}
}
