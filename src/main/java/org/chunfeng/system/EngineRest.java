package org.chunfeng.system;

import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.stereotype.Component;

/** The engine's REST interface at /engine-rest; the engine's own starter for it does not run on this Spring Boot. */
@Component
@ApplicationPath("/engine-rest")
class EngineRest extends ResourceConfig {

    EngineRest() {
        registerClasses(CamundaRestResources.getResourceClasses());
        registerClasses(CamundaRestResources.getConfigurationClasses());
        register(org.glassfish.jersey.jackson.JacksonFeature.class);
    }
}
