package org.chunfeng;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.boot.test.context.TestComponent;

/** A process of one start and one task, for tests of what every process has in common; deployed when a test asks. */
@TestComponent
public class TinyProcess implements ProcessRules {

    public static final String KEY = "tiny";

    private final RepositoryService repository;

    TinyProcess(RepositoryService repository) {
        this.repository = repository;
    }

    /** Two candidate groups look at it, of which one is that of the person who starts it. */
    public Deployment deploy() {
        var model = Bpmn.createExecutableProcess(KEY)
                .startEvent("asked")
                .userTask("look")
                .camundaCandidateGroups("taxSource,hallIntake")
                .endEvent("looked")
                .done();
        return repository
                .createDeployment()
                .addModelInstance("tiny.bpmn", model)
                .deploy();
    }

    @Override
    public String process() {
        return KEY;
    }

    @Override
    public List<StepRules> steps() {
        return List.of(new Needs("asked", "opinion"), new Needs("look", "opinion"));
    }

    /** One text that must be filled in. */
    private record Needs(String step, String field) implements StepRules {

        @Override
        public List<Field> fields() {
            return List.of(Field.text(field));
        }

        @Override
        public void check(Submission submission, Refusals refusals) {
            if (!submission.has(field)) {
                refusals.add(field, "required");
            }
        }
    }
}
