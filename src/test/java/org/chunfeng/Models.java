package org.chunfeng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models and forms as they lie in the project folder, read without an engine. */
final class Models {

    private static final List<Model> ALL = files("bpmn", ".bpmn")
            .map(file -> new Model(file, Bpmn.readModelFromFile(file.toFile())))
            .toList();

    private Models() {}

    /** One model file: bpmn/{process}/{process}.bpmn. */
    record Model(Path file, BpmnModelInstance content) {

        Process process() {
            return content.getModelElementsByType(Process.class).iterator().next();
        }

        String folder() {
            return file.getParent().getFileName().toString();
        }

        String text() {
            return read(file);
        }
    }

    static List<Model> all() {
        return ALL;
    }

    static <T extends ModelElementInstance> List<T> every(Class<T> type) {
        return ALL.stream()
                .map(model -> model.content().getModelElementsByType(type))
                .flatMap(Collection::stream)
                .toList();
    }

    static Stream<Path> tables() {
        return files("bpmn", ".dmn");
    }

    static DmnModelInstance table(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    static Stream<Path> forms() {
        return files("forms", ".html");
    }

    /** The element itself, the sub-processes and the process around it, from the inside out. */
    static List<String> around(ModelElementInstance element) {
        Stream<String> nodes = Stream.iterate(
                        element, FlowNode.class::isInstance, ModelElementInstance::getParentElement)
                .map(node -> ((FlowNode) node).getId());
        return Stream.concat(nodes, Stream.of(processOf(element).getId())).toList();
    }

    static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    /** Everything that the pattern's first group finds in a text. */
    static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(String root, String suffix) {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
