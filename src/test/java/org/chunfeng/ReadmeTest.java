package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Test;

/**
 * The tables of the README are made from the models: {@code mvn test -Dtest=ReadmeTest -Dreadme.write=true} writes them,
 * without it a stale one fails.
 */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void theDeadlineTableIsThatOfTheDecisionTable() throws IOException {
        hold("deadlines", deadlines());
    }

    @Test
    void theMapOfStepsIsThatOfTheModels() throws IOException {
        hold("steps", steps());
    }

    private static void hold(String part, String wanted) throws IOException {
        String begin = "<!-- %s -->\n".formatted(part);
        String end = "<!-- /%s -->".formatted(part);
        String readme = Files.readString(README);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        assertThat(to).as("README.md has a part %s", part).isGreaterThan(from - 1);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, readme.substring(0, from) + wanted + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to)).as("part %s of README.md", part).isEqualTo(wanted);
    }

    private static String deadlines() {
        String head = "| step | matter | class | valid | limit | warning | kind | from | to audit | source |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n";
        DecisionTable table = Models.table(Path.of("bpmn/deadline/deadline.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        return table.getRules().stream().map(ReadmeTest::row).collect(Collectors.joining("", head, ""));
    }

    private static String row(Rule rule) {
        List<String> in = rule.getInputEntries().stream()
                .map(entry -> plain(entry.getTextContent()))
                .toList();
        List<String> out = rule.getOutputEntries().stream()
                .map(entry -> plain(entry.getTextContent()))
                .toList();
        String limit = out.get(2).isEmpty() ? limit(out.get(0), out.get(1)) : out.get(2);
        return Stream.of(
                        "`" + in.get(0) + "`",
                        in.get(1),
                        in.get(2),
                        in.get(3),
                        limit,
                        warning(out.get(3), out.get(4)),
                        out.get(5),
                        out.get(6),
                        out.get(7).equals("true") ? "yes" : "no",
                        out.get(8))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String warning(String daysBefore, String minutesAfter) {
        return switch (daysBefore) {
            case "" -> minutesAfter.isEmpty() ? "" : "after %s min".formatted(minutesAfter);
            case "0" -> "on the last day";
            case "1" -> "1 working day before";
            default -> "%s working days before".formatted(daysBefore);
        };
    }

    private static String limit(String amount, String unit) {
        String words = unit.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (unit) {
            case "SAME_DAY", "END_OF_NEXT_MONTH" -> words;
            default -> "%s %s%s".formatted(amount, words, amount.equals("1") ? "" : "s");
        };
    }

    private static String plain(String cell) {
        return cell.strip()
                .replace("\"", "")
                .replaceAll("date\\(([^)]*)\\)", "$1")
                .replaceAll("not\\(([^)]*)\\)", "not $1")
                .replace("|", "/");
    }

    private static String steps() {
        String head = "| process | step | in the diagram | who | form | code |\n|---|---|---|---|---|---|\n";
        Stream<String> rows = Models.all().stream()
                .flatMap(model -> Stream.concat(
                                model.content().getModelElementsByType(UserTask.class).stream(),
                                model.content().getModelElementsByType(ServiceTask.class).stream())
                        .sorted((one, other) -> one.getId().compareTo(other.getId()))
                        .map(step -> line(model.folder(), step)));
        return rows.collect(Collectors.joining("", head, ""));
    }

    private static String line(String process, FlowNode step) {
        String id = step.getId();
        DomElement element = step.getDomElement();
        boolean byHand = step instanceof UserTask;
        String group = byHand
                ? String.valueOf(element.getAttribute(CAMUNDA, "candidateGroups"))
                        .replaceAll("\\$\\{([\\w.]+).*}", "who `$1` names")
                : "";
        String form = byHand ? "`forms/%s/%s.html`".formatted(process, id) : "";
        String code = byHand ? "" : "`%s`".formatted(source(id));
        return "| %s | `%s` | %s | %s | %s | %s |\n".formatted(process, id, step.getName(), group, form, code);
    }

    private static String source(String bean) {
        String file = Character.toUpperCase(bean.charAt(0)) + bean.substring(1) + ".java";
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/chunfeng"))) {
            return sources.filter(source -> source.getFileName().toString().equals(file))
                    .map(source -> Path.of("src/main/java/org/chunfeng")
                            .relativize(source)
                            .toString())
                    .findFirst()
                    .orElse("?");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
}
