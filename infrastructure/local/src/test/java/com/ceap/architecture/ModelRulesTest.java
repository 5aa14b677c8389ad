package com.ceap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.ceap.model",
    importOptions = {ImportOption.DoNotIncludeTests.class, Written.class})
final class ModelRulesTest {
  private static final String[] LIBRARIES = {
    "com.fasterxml.jackson..", "org.yaml..", "com.cronutils.."
  };

  @ArchTest
  static final ArchRule onlyTheProgramLoaderKnowsItsLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackages("com.ceap.model.program..", "com.ceap.model.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LIBRARIES);

  @ArchTest
  static final ArchRule theModelNeedsNothingElse =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.ceap.model..",
              "com.fasterxml.jackson..",
              "org.yaml..",
              "com.cronutils..");

  @ArchTest
  static final ArchRule publicSignaturesAreJdkOnly =
      classes().that().arePublic().should(new JdkOnlySignatures());
}
