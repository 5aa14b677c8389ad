package com.ceap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.ceap",
    importOptions = {ImportOption.DoNotIncludeTests.class, Written.class})
final class TimeRulesTest {
  private static final DescribedPredicate<JavaAccess<?>> READS_THE_WALL_CLOCK =
      describe(
          "read the wall clock",
          access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && name.matches("system.*|tick.*"))
                || (owner.equals("java.time.InstantSource") && name.equals("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && name.equals("<init>"));
          });

  /** Where the platform is wired is the one place that knows the real clock. */
  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "com.ceap.local.cli..",
              "com.ceap.local.platform..",
              "com.ceap.lambdas.wiring.aws..",
              "com.ceap.serving.aws..")
          .should()
          .accessTargetWhere(READS_THE_WALL_CLOCK)
          .because("a decision made twice must come out the same: inject java.time.InstantSource");

  @ArchTest
  static final ArchRule theWiringTakesTheClockAsAnInstantSource =
      noClasses()
          .should()
          .accessTargetWhere(
              READS_THE_WALL_CLOCK.and(
                  describe(
                      "by another way than InstantSource.system()",
                      access ->
                          !access.getTargetOwner().isEquivalentTo(java.time.InstantSource.class))));

  /** Adapters are handed the real pause between two attempts; what calls them is not. */
  @ArchTest
  static final ArchRule onlyAdaptersWait =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "com.ceap..aws..", "com.ceap..dynamodb..", "com.ceap.local.platform..")
          .should()
          .accessTargetWhere(
              describe(
                  "call Thread.sleep",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Thread.class)
                          && access.getTarget().getName().equals("sleep")))
          .because("a wait that is handed in can be moved forward by a test");
}
