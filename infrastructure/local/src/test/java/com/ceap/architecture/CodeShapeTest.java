package com.ceap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.ceap",
    importOptions = {ImportOption.DoNotIncludeTests.class, Written.class})
final class CodeShapeTest {
  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Base|Utils?|Manager|Helper|Common)(\\$.*)?")
          .because("a newcomer finds a thing by its name");

  @ArchTest
  static final ArchRule staticsHoldConstants =
      fields().that().areStatic().and().doNotHaveName("$jacocoData").should().beFinal();

  @ArchTest
  static final ArchRule extensionsComposeAndDoNotInherit =
      classes()
          .that()
          .resideInAPackage("com.ceap..spi..")
          .and()
          .areNotInterfaces()
          .and()
          .areTopLevelClasses()
          .should()
          .haveModifier(JavaModifier.FINAL);
}
