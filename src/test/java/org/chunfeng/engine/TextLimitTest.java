package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chunfeng.ChunfengTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Every text of every entrance of every process has its limit before any rule of its own is asked. */
@ChunfengTest
class TextLimitTest {

    private static final String LONG = "长".repeat(Checks.LONGEST_TEXT + 1);

    @Autowired
    private List<ProcessRules> processes;

    @Autowired
    private Texts texts;

    /** A process with its fields only. */
    private record Fields(String process, List<StepRules> steps) implements ProcessRules {

        static ProcessRules of(ProcessRules process) {
            return new Fields(
                    process.process(),
                    process.steps().stream()
                            .<StepRules>map(step -> new Step(step.step(), step.fields(), List.of()))
                            .toList());
        }
    }

    @Test
    void everyTextOfEveryEntranceIsLimited() {
        var fieldsOnly = new Checks(provider(processes.stream().map(Fields::of).toList()), texts);
        var somebody = new Actor("zuoqi.hallIntake", Set.of(), "zuoqi", false);
        int seen = 0;

        for (ProcessRules process : processes) {
            for (StepRules step : process.steps()) {
                for (Field field : step.fields()) {
                    String name = field.onLine(field.repeats() ? Field.MOST_LINES : 1);
                    var sent =
                            new Submission(step.step(), null, somebody, LocalDate.of(2026, 9, 7), Map.of(name, LONG));
                    assertThat(fieldsOnly.check(process.process(), sent))
                            .as(process.process() + "/" + step.step() + "/" + name)
                            .singleElement()
                            .satisfies(refusal -> assertThat(refusal.message()).contains("最多2,000个字"));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(150);
    }

    private static ObjectProvider<ProcessRules> provider(List<ProcessRules> all) {
        return new ObjectProvider<>() {
            @Override
            public Stream<ProcessRules> stream() {
                return all.stream();
            }
        };
    }
}
