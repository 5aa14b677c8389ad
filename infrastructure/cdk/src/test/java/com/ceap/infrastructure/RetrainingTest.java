package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.lambdas.topology.Machine;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What an environment has that configures SageMaker, and what it has not where it does not. */
final class RetrainingTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/ceap-prod-training";
  private static final String IMAGE =
      "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
  private static final String MACHINE = "AWS::StepFunctions::StateMachine";

  @TempDir static Path folder;
  private static Synthesis with;
  private static Template exports;

  @BeforeAll
  static void synthesise() throws IOException {
    NodeRuntime.assumeInstalled();
    String prod = Files.readString(Path.of("environments/prod.yaml"));
    Files.writeString(
        folder.resolve("prod.yaml"),
        prod
            + "\nretraining:\n  roleArn: \"%s\"\n  image: \"%s\"\n  instanceType: ml.m5.large\n"
                .formatted(ROLE, IMAGE));
    Environment environment = EnvironmentFile.read(folder, "prod");
    with =
        Synthesis.of(
            environment,
            Synthesis.programs(environment, Synthesis.PROGRAMS),
            app -> Aspects.of(app).add(new AwsSolutionsChecks()));
    exports = with.template(ExportStack.TITLE);
  }

  @Test
  void anEnvironmentThatSaysNothingOfItTrainsNothing() {
    Synthesis without = Synthesis.of("prod");

    without.template(ExportStack.TITLE).resourceCountIs(MACHINE, 0);
    assertThat(without.templates().values())
        .allSatisfy(
            template ->
                assertThat(template.toJSON().toString())
                    .doesNotContain("sagemaker:CreateTrainingJob", "ceap-prod-retrain-dlq"));
  }

  @Test
  void theStateMachineIsToldWhatItsDefinitionNames() {
    Map<String, Object> machine = Resources.of(exports, MACHINE).getFirst();
    Set<String> named =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(machine.get("DefinitionString").toString())
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named)
        .containsExactly("DataBucket", "InstanceType", "Retrain", "TrainingImage", "TrainingRole");
    assertThat(Resources.map(machine.get("DefinitionSubstitutions")))
        .containsOnlyKeys(named)
        .containsEntry("TrainingRole", ROLE)
        .containsEntry("TrainingImage", IMAGE)
        .containsEntry("InstanceType", "ml.m5.large");
    assertThat(machine).containsEntry("StateMachineName", "ceap-prod-" + Machine.RETRAIN.text());
  }

  @Test
  void itHandsOneRoleToSageMakerAndToNobodyElse() {
    exports.hasResourceProperties(
        "AWS::IAM::Policy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    Match.arrayWith(
                        List.of(
                            Map.of(
                                "Action",
                                "iam:PassRole",
                                "Effect",
                                "Allow",
                                "Resource",
                                ROLE,
                                "Condition",
                                Map.of(
                                    "StringEquals",
                                    Map.of(
                                        "iam:PassedToService", "sagemaker.amazonaws.com")))))))));
  }

  @Test
  void itMayCallWhatItsDefinitionCallsAndNothingElseOfSageMaker() {
    String definition =
        Resources.of(exports, MACHINE).getFirst().get("DefinitionString").toString();
    Set<String> called =
        Pattern.compile("aws-sdk:sagemaker:(\\w)(\\w+)")
            .matcher(definition)
            .results()
            .map(
                call ->
                    "sagemaker:" + call.group(1).toUpperCase(java.util.Locale.ROOT) + call.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> allowed =
        Pattern.compile("sagemaker:[A-Z]\\w+")
            .matcher(exports.findResources("AWS::IAM::Policy").toString())
            .results()
            .map(java.util.regex.MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(allowed).isEqualTo(called);
  }

  @Test
  void itBeginsEverySundayAndWhatCannotBeginIsTold() {
    exports.hasResourceProperties(
        "AWS::Scheduler::Schedule",
        Map.of(
            "Name", "ceap-prod-retrain",
            "ScheduleExpression", "cron(0 3 ? * SUN *)",
            "Target",
                Match.objectLike(
                    Map.of(
                        "DeadLetterConfig",
                        Match.anyValue(),
                        "Input",
                        "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}"))));
    with.template("Observability")
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm", Map.of("AlarmName", "ceap-prod-platform-retrain-failed"));
    with.template("Observability")
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm",
            Map.of("AlarmName", "ceap-prod-platform-dead-letters-retrain-dlq"));
  }

  @Test
  void cdkNagFindsNothingThatIsNotExcused() {
    Annotations.fromStack(with.stacks().get(ExportStack.TITLE))
        .hasNoError("*", Match.stringLikeRegexp("AwsSolutions-.*"));
  }

  @Test
  void itsTemplateIsInOrder() throws IOException {
    CfnLint.assumeInstalled();
    Path file = folder.resolve("exports.json");
    Files.write(file, new ObjectMapper().writeValueAsBytes(exports.toJSON()));

    CfnLint.Outcome outcome = CfnLint.check(List.of(file));

    assertThat(outcome.exit()).as(outcome.text()).isZero();
  }
}
