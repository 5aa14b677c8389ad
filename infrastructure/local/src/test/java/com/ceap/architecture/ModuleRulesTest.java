package com.ceap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
    packages = "com.ceap",
    importOptions = {ImportOption.DoNotIncludeTests.class, Written.class})
final class ModuleRulesTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("com.ceap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theAwsSdkStaysBehindThePorts =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "com.ceap..aws..", "com.ceap..dynamodb..", "com.ceap.infrastructure..")
          .and()
          .resideOutsideOfPackage("com.ceap.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..")
          .because("a stage, a filter or a scorer runs on AWS and in one JVM from the same code");

  @ArchTest
  static void noModuleSeesWhatItMayNot(JavaClasses classes) {
    Modules.SEES.keySet().forEach(module -> rule(module).check(classes));
  }

  private static ArchRule rule(String module) {
    return noClasses()
        .that()
        .resideInAPackage(Modules.packageOf(module) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Modules.unseenBy(module).toArray(String[]::new))
        .allowEmptyShould(true)
        .because(module + " may see only " + Modules.SEES.get(module));
  }
}
