package org.chunfeng.system;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.chunfeng.engine.EngineFailure;
import org.chunfeng.engine.Refused;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/**
 * Turns a refusal of the entry guard into HTTP 4xx with every wrong field, at the engine's REST interface and behind
 * Tasklist alike, where the engine itself would answer 500 with a technical sentence.
 */
public class RefusedMapping implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(OfRestException.class, 1);
        context.register(OfEngineException.class, 1);
        context.register(OfAuthorizationException.class, 1);
    }

    abstract static class Mapper<T extends Throwable> implements ExtendedExceptionMapper<T> {

        @Override
        public boolean isMappable(T failure) {
            return EngineFailure.refusalIn(failure) != null;
        }

        @Override
        public Response toResponse(T failure) {
            Refused refused = Objects.requireNonNull(EngineFailure.refusalIn(failure));
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

    @Priority(1)
    static class OfAuthorizationException extends Mapper<AuthorizationException> {}
}
