package dev.assay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;

@AnalyzeClasses(packages = "dev.assay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheEngineKnowsDrools =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule theLawKnowsNeitherHttpNorStorageNorContainer =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.assay.assessment",
              "dev.assay.scoring.step",
              "dev.assay.engine",
              "dev.assay.workbook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..",
              "io.vertx..",
              "io.quarkus..",
              "java.sql..",
              "javax.sql..",
              "io.agroal..",
              "jakarta.enterprise..",
              "jakarta.inject..");

  @ArchTest
  static final ArchRule theLawKnowsNothingElseOfTheService =
      noClasses()
          .that()
          .resideInAPackage("dev.assay.assessment")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.assay..")
                  .and(resideOutsideOfPackage("dev.assay.assessment"))
                  .as("reside in other packages of the service"));

  @ArchTest
  static final ArchRule theStepKnowsTheLawAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.assay.scoring.step")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.assay..")
                  .and(resideOutsideOfPackages("dev.assay.assessment", "dev.assay.scoring.step"))
                  .as("reside in other packages of the service"));

  @ArchTest
  static final ArchRule thePipelineDoesNotKnowWhomItTells =
      noClasses()
          .that()
          .resideInAPackage("dev.assay.pipeline")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay.webhook");

  @ArchTest
  static final ArchRule nobodyKnowsTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.console")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay.console");

  @ArchTest
  static final ArchRule onlyWorkbookAndExportsKnowSpreadsheets =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.assay.workbook", "dev.assay.exports")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.poi..", "com.github.pjfanning..");

  @ArchTest
  static final ArchRule onlyCsvKnowsItsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.csv")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.csv..");

  @ArchTest
  static final ArchRule targetsOnlyWrite =
      noClasses()
          .that()
          .resideInAPackage("dev.assay.target")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.assay..")
                  .and(resideOutsideOfPackage("dev.assay.target"))
                  .as("reside in other packages of the service"))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "java.net.http..", "io.vertx..", "jakarta..", "io.quarkus.mailer..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("dev.assay.(*)..").should().beFreeOfCycles();

  /** Else another media type than the one that is meant reaches a reader that cannot read it. */
  @ArchTest
  static void bodiesAreReadByTheirType(JavaClasses classes) {
    for (JavaClass resource : classes) {
      if (resource.isAnnotatedWith(Path.class)
          && resource.getAnnotationOfType(Path.class).value().startsWith("/v1/")) {
        for (Method method : resource.reflect().getDeclaredMethods()) {
          assertThat(readsBody(method) && !method.isAnnotationPresent(Consumes.class))
              .describedAs("%s needs @Consumes", method)
              .isFalse();
        }
      }
    }
  }

  private static boolean readsBody(Method method) {
    boolean sends =
        method.isAnnotationPresent(POST.class)
            || method.isAnnotationPresent(PUT.class)
            || method.isAnnotationPresent(PATCH.class);
    return sends
        && Arrays.stream(method.getParameters())
            .filter(each -> !each.getType().isPrimitive() && each.getType() != String.class)
            .anyMatch(
                each ->
                    Arrays.stream(each.getAnnotations())
                        .map(annotation -> annotation.annotationType().getName())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs")));
  }

  /** System.nanoTime is no clock: it tells how long something took. */
  @ArchTest
  static final ArchRule timeComesFromTheInjectedClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.time")
          .should()
          .callMethodWhere(
              target(name("now"))
                  .and(target(owner(HasName.Predicates.nameStartingWith("java.time."))))
                  .and(target(hasNoClock()))
                  .as("now() without a clock"))
          .orShould()
          .callMethodWhere(
              target(nameMatching("system|system.*|tick.*"))
                  .and(target(owner(name(Clock.class.getName()))))
                  .as("a clock of the system"))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Calendar.class, "getInstance")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");

  private static DescribedPredicate<CodeUnitCallTarget> hasNoClock() {
    return DescribedPredicate.describe(
        "has no clock",
        called ->
            called.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }
}
