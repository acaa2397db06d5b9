package org.chunfeng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules are those that each package-info allows, and the engine's insides stay in few hands. */
class ArrowTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chunfeng");

    @Test
    void everyArrowIsAllowedAndNoneRunsInACircle() {
        ApplicationModules modules = ApplicationModules.of(ChunfengApplication.class);

        assertThat(modules.stream().count()).isGreaterThan(8);
        modules.verify();
    }

    @Test
    void theEnginesInsidesAreTouchedInThreePlacesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chunfeng.engine..", "org.chunfeng.system..", "org.chunfeng.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(CLASSES);
    }

    @Test
    void caseFilesAndCalendarKnowNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("org.chunfeng.casefile..", "org.chunfeng.calendar..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void onlyTheClockConfigurationAndTheDemoKnowTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chunfeng.demo..")
                .and()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
