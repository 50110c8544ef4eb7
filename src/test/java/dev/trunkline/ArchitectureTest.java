package dev.trunkline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.trunkline.shared.access.Allowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them, as the architecture describes them. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.trunkline");

    @Test
    void arrowsPointOneWay() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("shared")
                .definedBy("dev.trunkline.shared..")
                .layer("identity")
                .definedBy("dev.trunkline.identity..")
                .layer("call")
                .definedBy("dev.trunkline.call..")
                .layer("telephony")
                .definedBy("dev.trunkline.telephony..")
                .layer("acd")
                .definedBy("dev.trunkline.acd..")
                .layer("coaching")
                .definedBy("dev.trunkline.coaching..")
                .layer("customer")
                .definedBy("dev.trunkline.customer..")
                .layer("service")
                .definedBy("dev.trunkline.service..")
                .layer("routing")
                .definedBy("dev.trunkline.routing..")
                .layer("desk")
                .definedBy("dev.trunkline.desk..")
                .layer("supervision")
                .definedBy("dev.trunkline.supervision..")
                .layer("report")
                .definedBy("dev.trunkline.report..")
                .layer("operation")
                .definedBy("dev.trunkline.operation..")
                .layer("knowledge")
                .definedBy("dev.trunkline.knowledge..")
                .layer("script")
                .definedBy("dev.trunkline.script..")
                .layer("search")
                .definedBy("dev.trunkline.search..")
                .layer("boot")
                .definedBy("dev.trunkline.boot..")
                .whereLayer("shared")
                .mayNotAccessAnyLayer()
                .whereLayer("identity")
                .mayOnlyAccessLayers("shared")
                .whereLayer("call")
                .mayOnlyAccessLayers("shared")
                .whereLayer("telephony")
                .mayOnlyAccessLayers("shared", "call")
                .whereLayer("acd")
                .mayOnlyAccessLayers("shared", "identity", "call")
                .whereLayer("coaching")
                .mayOnlyAccessLayers("shared", "identity", "call", "acd")
                .whereLayer("customer")
                .mayOnlyAccessLayers("shared", "identity", "call")
                .whereLayer("service")
                .mayOnlyAccessLayers("shared", "identity", "call", "customer", "acd")
                .whereLayer("routing")
                .mayOnlyAccessLayers("shared", "identity", "call", "customer", "service", "acd", "telephony")
                .whereLayer("desk")
                .mayOnlyAccessLayers("shared", "identity", "call", "customer", "service", "acd", "coaching")
                .whereLayer("report")
                .mayOnlyAccessLayers("shared", "identity", "call", "acd")
                .whereLayer("supervision")
                .mayOnlyAccessLayers("shared", "identity", "call", "customer", "acd", "coaching", "report", "routing")
                .whereLayer("operation")
                .mayOnlyAccessLayers("shared", "call", "telephony", "desk")
                .whereLayer("knowledge")
                .mayOnlyAccessLayers("shared", "identity", "service")
                .whereLayer("script")
                .mayOnlyAccessLayers("shared", "identity", "call")
                .whereLayer("search")
                .mayOnlyAccessLayers("shared")
                .whereLayer("boot")
                .mayNotBeAccessedByAnyLayer());
    }

    @Test
    void thereAreNoCycles() {
        check(slices().matching("dev.trunkline.(*)..").should().beFreeOfCycles());
    }

    @Test
    void asteriskJavaStaysInItsRoom() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.trunkline.telephony.ami..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.asteriskjava.."));
    }

    /** What it knows of the telephone is the dialplan's question. */
    @Test
    void routingSeesNoPbx() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.trunkline.routing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.trunkline.telephony",
                        "dev.trunkline.telephony.ami..",
                        "dev.trunkline.telephony.journal..",
                        "dev.trunkline.telephony.simulator.."));
    }

    @Test
    void eventsAndChangesAreSealed() {
        check(classes()
                .that()
                .areInterfaces()
                .and()
                .haveSimpleNameEndingWith("Event")
                .or()
                .haveSimpleNameEndingWith("Change")
                .and()
                .areInterfaces()
                .should(new ArchCondition<JavaClass>("be sealed") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                item, item.reflect().isSealed(), item.getName() + " is not sealed"));
                    }
                }));
    }

    @Test
    void everyDoorSaysWhoMayPass() {
        check(methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .should()
                .beAnnotatedWith(Allowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class));
    }

    /** A page may be left in any moment: what it asked for is done whole, not cut in the middle. */
    @Test
    void whatWasAskedForIsDoneToItsEnd() {
        check(classes().that().areAnnotatedWith(Path.class).should(new ArchCondition<>("go on when the page has gone") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean goesOn = item.tryGetAnnotationOfType(Cancellable.class)
                        .map(annotation -> !annotation.value())
                        .orElse(false);
                events.add(new SimpleConditionEvent(item, goesOn, item.getName() + " is cut when the page has gone"));
            }
        }));
    }

    @Test
    void nothingSleeps() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
