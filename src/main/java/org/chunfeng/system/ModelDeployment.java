package org.chunfeng.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models under bpmn/ when they changed. The names are ours (refund/refund.bpmn), because those the engine
 * would choose differ between a folder and a jar, and every switch would make new versions.
 */
@Component
class ModelDeployment {

    ModelDeployment(RepositoryService repository, ResourcePatternResolver resources) throws IOException {
        var deployment = repository
                .createDeployment()
                .name("chunfeng")
                .source("chunfeng")
                .enableDuplicateFiltering(true);
        for (String kind : new String[] {"bpmn", "dmn"}) {
            Resource[] models = resources.getResources("classpath*:bpmn/**/*." + kind);
            Arrays.sort(models, Comparator.comparing(ModelDeployment::nameOf));
            for (Resource model : models) {
                try (InputStream content = model.getInputStream()) {
                    deployment.addInputStream(nameOf(model), content);
                }
            }
        }
        deployment.deploy();
    }

    private static String nameOf(Resource model) {
        String[] path = model.toString().replace('\\', '/').replaceAll("]$", "").split("/");
        return path[path.length - 2] + "/" + path[path.length - 1];
    }
}
