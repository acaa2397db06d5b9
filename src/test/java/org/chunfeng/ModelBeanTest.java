package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.chunfeng.Models.Model;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.modulith.ApplicationModule;

/** The arrows between modules hold for models too: a model calls beans of its own module and of those it may use. */
class ModelBeanTest {

    private static final Pattern CALLED = Pattern.compile("\\$\\{(\\w+)\\.\\w+\\(");
    private static final Map<String, String> CLASS_OF_BEAN = classOfBean();

    @Test
    void everyServiceTaskHasItsHandler() {
        assertThat(Models.every(ServiceTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(CLASS_OF_BEAN).containsKey(task.getId());
            assertThat(Class.forName(CLASS_OF_BEAN.get(task.getId()))).isAssignableTo(JavaDelegate.class);
        });
    }

    @Test
    void aModelCallsOnlyBeansOfModulesItsOwnModuleMayUse() {
        assertThat(Models.all())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(beansOf(model))
                        .isNotEmpty()
                        .allSatisfy(bean -> assertThat(moduleOf(bean))
                                .as("module of %s, called by %s", bean, model.folder())
                                .isIn(modulesOpenTo(model.folder()))));
    }

    private static Set<String> beansOf(Model model) {
        Stream<String> handlers = model.content().getModelElementsByType(ServiceTask.class).stream()
                .map(ServiceTask::getId);
        return Stream.concat(handlers, Models.found(CALLED, model.text())).collect(Collectors.toSet());
    }

    /** A package is called like its process, in small letters. */
    private static Set<String> modulesOpenTo(String process) throws ClassNotFoundException {
        String module = process.toLowerCase(Locale.ROOT);
        String[] allowed = Class.forName("org.chunfeng." + module + ".package-info")
                .getAnnotation(ApplicationModule.class)
                .allowedDependencies();
        return Stream.concat(Stream.of(module), Arrays.stream(allowed).map(arrow -> arrow.split(" *::")[0]))
                .collect(Collectors.toSet());
    }

    private static String moduleOf(String bean) {
        return CLASS_OF_BEAN.getOrDefault(bean, "org.chunfeng.nowhere").split("\\.")[2];
    }

    /** Names and classes of all beans that are declared by stereotype, read without starting anything. */
    private static Map<String, String> classOfBean() {
        var registry = new SimpleBeanDefinitionRegistry();
        return new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("org.chunfeng").stream()
                        .collect(Collectors.toMap(
                                bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                                BeanDefinition::getBeanClassName));
    }
}
