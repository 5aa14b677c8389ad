package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.ApiRoute;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.QueueSpec;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.Program;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Every entry of the topology stands in the templates; of tables, StorageStackTest says so. */
final class TopologyRealisedTest {
  static final List<FunctionSpec> FUNCTIONS = Topology.PLATFORM.functions();
  static final List<ScheduleSpec> SCHEDULES = Topology.PLATFORM.schedules();
  static final List<ApiRoute> ROUTES = Topology.PLATFORM.routes();

  private static final String PREFIX = "ceap-prod-";
  private static final String RECOMMENDATIONS = "Program-product-recommendations";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String EVENTS = "events.amazonaws.com";
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  private static Synthesis prod;
  private static List<Program> programs;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    prod = Synthesis.of("prod");
    programs =
        Synthesis.programs(
                EnvironmentFile.read(Path.of("environments"), "prod"), Synthesis.PROGRAMS)
            .stream()
            .map(ProgramSource::program)
            .toList();
  }

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aFunctionIsWhatItsDescriptionSays(FunctionSpec spec) {
    Template template = prod.template(spec.stack().title());

    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.ofEntries(
            Map.entry("FunctionName", PREFIX + spec.name().text()),
            Map.entry("Handler", spec.handler()),
            Map.entry("Runtime", "java25"),
            Map.entry("Architectures", List.of("arm64")),
            Map.entry("MemorySize", spec.memoryMb()),
            Map.entry("Timeout", (int) spec.timeout().toSeconds()),
            Map.entry(
                "SnapStart",
                spec.snapStart() ? Map.of("ApplyOn", "PublishedVersions") : Match.absent()),
            Map.entry("EphemeralStorage", Map.of("Size", spec.scratchMb())),
            Map.entry("TracingConfig", Map.of("Mode", "Active")),
            Map.entry("LoggingConfig", Match.objectLike(Map.of("LogFormat", "JSON")))));
    template.hasResourceProperties(
        "AWS::Logs::LogGroup",
        Map.of(
            "LogGroupName", "/aws/lambda/" + PREFIX + spec.name().text(), "RetentionInDays", 180));
  }

  @Test
  void everyFunctionHasAnAliasOnAPublishedVersion() {
    for (FunctionSpec spec : FUNCTIONS) {
      long functions =
          FUNCTIONS.stream().filter(function -> function.stack() == spec.stack()).count();
      prod.template(spec.stack().title())
          .resourcePropertiesCountIs("AWS::Lambda::Alias", Map.of("Name", "live"), (int) functions);
    }
  }

  @Test
  void aFunctionIsGivenWhatItsDescriptionSaysAndNoMore() {
    for (FunctionSpec spec : FUNCTIONS) {
      Map<String, Object> function =
          Resources.with(
                  prod.template(spec.stack().title()),
                  "AWS::Lambda::Function",
                  "FunctionName",
                  PREFIX + spec.name().text())
              .getFirst();

      assertThat(
              Resources.map(Resources.map(function.get("Environment")).get("Variables")).keySet())
          .as("variables of %s", spec.name())
          .isSubsetOf(spec.settings().stream().map(Enum::name).toList());
    }
  }

  @Test
  void everyQueueIsThereWithItsDeadLettersAndItsFunction() {
    Topology.PLATFORM.queues().forEach(TopologyRealisedTest::assertQueues);
  }

  private static void assertQueues(QueueSpec spec) {
    for (String name : queues(spec.kind())) {
      Template template = prod.template(home(spec.kind(), name));
      template.hasResourceProperties(
          QUEUE,
          Map.of(
              "QueueName",
              PREFIX + name,
              "VisibilityTimeout",
              (int) spec.visibility().toSeconds(),
              "MessageRetentionPeriod",
              (int) spec.retention().toSeconds(),
              "SqsManagedSseEnabled",
              true,
              "RedrivePolicy",
              Match.objectLike(Map.of("maxReceiveCount", spec.receives()))));
      template.hasResourceProperties(QUEUE, Map.of("QueueName", PREFIX + name + "-dlq"));
      template.hasResourceProperties(
          MAPPING,
          Map.of(
              "FunctionResponseTypes", List.of("ReportBatchItemFailures"),
              "BatchSize", edge(spec.kind()).batch(),
              "ScalingConfig", Map.of("MaximumConcurrency", Match.anyValue())));
    }
  }

  private static Edge edge(QueueKind kind) {
    return Topology.PLATFORM.edges().stream()
        .filter(edge -> edge.source().equals(new Edge.Source.OfQueues(kind)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> queues(QueueKind kind) {
    return switch (kind) {
      case EVENTS ->
          programs.stream()
              .filter(program -> !program.eventSources().isEmpty())
              .map(program -> QueueNames.events(program.programId()))
              .toList();
      case TOUCHES -> Stream.of("email", "push", "sms").map(QueueNames::touches).toList();
      case LIFECYCLE -> List.of(QueueNames.LIFECYCLE);
    };
  }

  private static String home(QueueKind kind, String queue) {
    return switch (kind) {
      case EVENTS -> "Program-" + queue.substring(QueueNames.events("").length());
      case TOUCHES -> "ChannelWorkflow";
      case LIFECYCLE -> "ReactiveWorkflow";
    };
  }

  @Test
  void everyOtherEdgeIsThere() {
    for (Edge edge : Topology.PLATFORM.edges()) {
      FunctionSpec function = Topology.PLATFORM.function(edge.function());
      Template template = prod.template(function.stack().title());
      switch (edge.source()) {
        case Edge.Source.OfQueues _, Edge.Source.OfState _ -> {}
        case Edge.Source.OfSchedules _ -> assertAsync(template, edge);
        case Edge.Source.OfExecutions(Machine machine) -> {
          assertAsync(template, edge);
          assertExecutions(template, machine);
        }
        case Edge.Source.OfTable(var table) ->
            template.hasResourceProperties(
                MAPPING,
                Map.of(
                    "BatchSize", edge.batch(),
                    "BisectBatchOnFunctionError", true,
                    "MaximumRetryAttempts", edge.retry().attempts() - 1,
                    "DestinationConfig", Match.objectLike(Map.of("OnFailure", Match.anyValue())),
                    "FilterCriteria",
                        Map.of(
                            "Filters", Match.arrayWith(List.of(filter(table.fed().getFirst()))))));
        case Edge.Source.OfRoutes _ ->
            template.hasResourceProperties(
                "AWS::ApiGatewayV2::Integration",
                Map.of("IntegrationType", "AWS_PROXY", "PayloadFormatVersion", "2.0"));
      }
    }
  }

  private static void assertAsync(Template template, Edge edge) {
    template.hasResourceProperties(
        "AWS::Lambda::EventInvokeConfig",
        Map.of(
            "MaximumRetryAttempts",
            edge.retry().attempts() - 1,
            "DestinationConfig",
            Match.objectLike(Map.of("OnFailure", Match.anyValue()))));
  }

  private static void assertExecutions(Template template, Machine machine) {
    template.hasResourceProperties("AWS::Lambda::Permission", Map.of("Principal", EVENTS));
    Map<String, Object> rule = Resources.of(template, "AWS::Events::Rule").getFirst();

    assertThat(Resources.map(rule.get("EventPattern")))
        .containsEntry("source", List.of("aws.states"))
        .containsEntry("detail-type", List.of("Step Functions Execution Status Change"));
    assertThat(rule.get("EventPattern").toString())
        .contains("FAILED, ABORTED, TIMED_OUT", ":stateMachine:" + PREFIX + machine.text() + "-");
    assertThat(Resources.map(Resources.list(rule.get("Targets")).getFirst()))
        .containsKeys("Arn", "DeadLetterConfig", "RetryPolicy");
  }

  private static Object filter(String prefix) {
    return Map.of(
        "Pattern", "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"" + prefix + "\"}]}}}}");
  }

  @Test
  void everyEventSourceHasARuleWithDeadLetters() {
    for (Program program : programs) {
      Template template = prod.template("Program-" + program.programId());
      for (var source : program.eventSources()) {
        template.hasResourceProperties(
            "AWS::Events::Rule",
            Map.of(
                "EventBusName", source.eventBusName(),
                "EventPattern", source.eventPattern(),
                "State", "ENABLED",
                "Targets",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "DeadLetterConfig",
                                Map.of("Arn", Match.anyValue()),
                                "RetryPolicy",
                                Map.of(
                                    "MaximumEventAgeInSeconds",
                                    86_400,
                                    "MaximumRetryAttempts",
                                    185))))));
      }
    }
  }

  @Test
  void whatEndsJourneysIsTakenFromEveryBusAndFeedbackFromTheDefaultOne() {
    Template template = prod.template("ReactiveWorkflow");
    Map<String, Object> orders =
        Map.of("source", List.of("ecommerce.orders"), "detail-type", List.of("OrderPlaced"));

    template.hasResourceProperties(
        "AWS::Events::Rule", Map.of("EventBusName", "ecommerce-platform", "EventPattern", orders));
    template.hasResourceProperties(
        "AWS::Events::Rule", Map.of("EventBusName", Match.absent(), "EventPattern", orders));
    template.resourcePropertiesCountIs(
        "AWS::Events::Rule",
        Map.of("EventPattern", Match.objectLike(Map.of("source", List.of("aws.ses")))),
        1);
  }

  @ParameterizedTest
  @FieldSource("SCHEDULES")
  void aJobIsScheduledForItsPrograms(ScheduleSpec schedule) {
    Map<String, String> scheduled = new TreeMap<>();
    prod.templates()
        .forEach(
            (title, template) ->
                Resources.of(template, "AWS::Scheduler::Schedule").stream()
                    .filter(found -> isOf(schedule, found))
                    .forEach(found -> scheduled.put(title, "" + found.get("ScheduleExpression"))));

    assertThat(scheduled).isEqualTo(homes(schedule));
  }

  private static boolean isOf(ScheduleSpec schedule, Map<String, Object> found) {
    Map<String, Object> target = Resources.map(found.get("Target"));
    assertThat(target).containsKeys("DeadLetterConfig", "RoleArn", "Input");
    assertThat(found).containsEntry("ScheduleExpressionTimezone", "UTC");
    String name = schedule.plan().name();
    return found.get("Name").equals(name) || found.get("Name").equals(PREFIX + name);
  }

  private static Map<String, String> homes(ScheduleSpec schedule) {
    Map<String, String> homes = new TreeMap<>();
    switch (schedule.plan().due()) {
      case JobPlan.Due.OfPlatform(String expression) -> {
        if (schedule.call() instanceof ScheduleSpec.Call.OfFunction(FunctionName function)) {
          homes.put(Topology.PLATFORM.function(function).stack().title(), expression);
        }
      }
      case JobPlan.Due.OfProgram(var expression) ->
          programs.forEach(
              program ->
                  expression
                      .apply(program)
                      .ifPresent(text -> homes.put(ProgramStack.title(program), text)));
    }
    return homes;
  }

  @ParameterizedTest
  @EnumSource(value = Machine.class, names = "RETRAIN", mode = EnumSource.Mode.EXCLUDE)
  void aStateMachineHasAFunctionForEachOfItsStates(Machine of) {
    Map<String, Object> machine =
        Resources.with(
                prod.template(RECOMMENDATIONS),
                "AWS::StepFunctions::StateMachine",
                "StateMachineName",
                PREFIX + of.text() + "-product-recommendations")
            .getFirst();
    Set<String> named =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(machine.get("DefinitionString").toString())
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    Set<String> states = new TreeSet<>(of == Machine.BATCH ? Set.of("DataBucket") : Set.of());
    for (Edge edge : Topology.PLATFORM.edges()) {
      if (edge.source() instanceof Edge.Source.OfState(Machine it, String name) && it == of) {
        states.add(name);
      }
    }

    assertThat(named).isEqualTo(states);
    assertThat(Resources.map(machine.get("DefinitionSubstitutions")).keySet()).isEqualTo(states);
    assertThat(machine)
        .containsEntry("StateMachineType", "STANDARD")
        .containsEntry("TracingConfiguration", Map.of("Enabled", true));
  }

  @Test
  void aBatchThatSucceedsStartsTheCampaignsOfItsProgramWithWhatItSays() {
    Map<String, Object> target =
        Map.of(
            "Id", "campaigns",
            "InputPath", "$.detail",
            "RoleArn", Match.anyValue(),
            "DeadLetterConfig", Map.of("Arn", Match.anyValue()),
            "RetryPolicy", Map.of("MaximumEventAgeInSeconds", 86_400, "MaximumRetryAttempts", 185));

    prod.template(RECOMMENDATIONS)
        .hasResourceProperties(
            "AWS::Events::Rule",
            Map.of(
                "EventPattern",
                Match.objectLike(
                    Map.of(
                        "source",
                        List.of("aws.states"),
                        "detail",
                        Match.objectLike(Map.of("status", List.of("SUCCEEDED"))))),
                "Targets",
                List.of(Match.objectLike(target))));
  }

  @Test
  void aProgramWithoutBatchesHasNoStateMachine() {
    prod.template("Program-abandoned-cart-recovery")
        .resourceCountIs("AWS::StepFunctions::StateMachine", 0);
  }

  @ParameterizedTest
  @FieldSource("ROUTES")
  void aRouteLetsThroughWhomItShould(ApiRoute route) {
    String authorization =
        switch (route.access()) {
          case JWT -> "JWT";
          case IAM -> "AWS_IAM";
          case PUBLIC -> "NONE";
        };

    prod.template("ServeWorkflow")
        .hasResourceProperties(
            "AWS::ApiGatewayV2::Route",
            Map.of(
                "RouteKey",
                route.method() + " " + route.path(),
                "AuthorizationType",
                authorization));
  }

  @Test
  void theRoutesAreThoseOfTheOpenApiDocument() throws IOException {
    List<ApiRoute> documented = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("/com/ceap/serving/api/openapi.json")) {
      for (var path : new ObjectMapper().readTree(in).get("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          documented.add(route(operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }

    assertThat(ROUTES).containsExactlyInAnyOrderElementsOf(documented);
    prod.template("ServeWorkflow").resourceCountIs("AWS::ApiGatewayV2::Route", ROUTES.size());
  }

  private static ApiRoute route(String method, String path, JsonNode operation) {
    JsonNode security = operation.get("security");
    ApiRoute.Access access =
        security.isEmpty()
            ? ApiRoute.Access.PUBLIC
            : security.get(0).has("jwt") ? ApiRoute.Access.JWT : ApiRoute.Access.IAM;
    return new ApiRoute(method.toUpperCase(Locale.ROOT), path, access);
  }
}
