package com.ceap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.local.functions.PlayedDay.Turn;
import com.ceap.local.functions.WrittenMetrics.LookedAt;
import com.ceap.local.functions.WrittenMetrics.Written;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A day of every function of the topology, as it is packed: started and primed by AWS's own Runtime
 * Interface Client, and asked what really happens.
 */
class EveryPackedFunctionIT {
  private static final Path LOOKED_AT =
      ProjectRoot.find()
          .resolve("infrastructure/cdk/src/test/resources/com/ceap/infrastructure/metrics.txt");
  private static final String NONE_STAYS = "{\"batchItemFailures\":[]}";

  /** These take a world that fails, or a program in shadow mode, or figures of another day. */
  private static final Set<Metric> OF_OTHER_DAYS =
      EnumSet.of(
          Metric.SHADOWED,
          Metric.DAY_SENT,
          Metric.DAY_OPENED,
          Metric.DAY_CLICKED,
          Metric.DAY_ORDERS,
          Metric.DAY_SHOWN,
          Metric.FORGOTTEN,
          Metric.PROGRAM_UNREADABLE,
          Metric.REFRESH_FAILED,
          Metric.API_EXPIRED,
          Metric.API_FAILED,
          Metric.API_DEGRADED);

  @TempDir private static Path folder;
  private static PlayedDay day;

  @BeforeAll
  static void play() throws IOException {
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    try (PackedFunctions functions = new PackedFunctions(folder);
        SampleDay sample =
            new SampleDay(
                ProjectRoot.find(), loader, SampleDay.Size.SMALL, InstantSource.system())) {
      day = PlayedDay.play(functions, sample);
    }
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void aFunctionAnswersWhatHappens(FunctionName name) {
    Turn turn = day.turns().get(name);

    assertThat(turn.answers())
        .as(turn.written())
        .isNotEmpty()
        .noneMatch(answer -> answer.startsWith("failed: "));
    assertThat(turn.answers().getFirst()).as(turn.written()).contains(answer(name));
  }

  /** What its first answer holds where it has done its work. */
  private static String answer(FunctionName name) {
    return switch (name) {
      case EXTRACT -> "\"pending\":1";
      case ETL -> "\"rejectedRecords\":1";
      case FILTER -> "\"eligible\":";
      case SCORE, STORE -> "\"connectorId\":\"athena-product-interactions\"";
      case SELECT -> "\"manifest\":";
      case COMPLETE -> "\"state\":\"COMPLETE\"";
      case SETTLE -> "\"settled\":true";
      case REACTIVE, LIFECYCLE, CHANNEL, CHANGES -> NONE_STAYS;
      case SWEEP -> "\"looked\":0";
      case FREEZE -> "\"part\":1";
      case SEND_PART -> "\"state\":\"ENDED\"";
      case JOBS -> "\"result\":";
      case SERVING -> "\"statusCode\":200";
      case EXPORT -> "\"result\":";
      case RETRAIN -> "\"models\":[";
    };
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void aFunctionIsPrimedAndNamesNobodyInItsLog(FunctionName name) {
    assertThat(day.turns().get(name).written())
        .doesNotContain("priming failed")
        .doesNotContain("C0000003")
        .doesNotContain("@example.com")
        .doesNotContain("+15550100");
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void primingCountsNothing(FunctionName name) {
    assertThat(WrittenMetrics.of(day.turns().get(name).primed()))
        .allMatch(written -> written.sum() == 0);
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void aFunctionsRoleAllowsWhatItCalls(FunctionName name) throws IOException {
    FunctionSpec function = Topology.PLATFORM.function(name);
    Set<AwsCall> calls = Set.copyOf(day.turns().get(name).calls());

    assertThat(calls).isNotEmpty();
    assertThat(calls)
        .extracting(AwsCall::action)
        .as("actions of %s", name)
        .isSubsetOf(GrantedCalls.actions(function));
    assertThat(calls)
        .as("resources of %s", name)
        .allMatch(call -> GrantedCalls.covers(function, call));
  }

  @Test
  void whatACampaignSendsIsMeasuredAsWhatJourneysSend() {
    assertThat(WrittenMetrics.of(day.turns().get(FunctionName.SEND_PART).written()))
        .filteredOn(written -> written.name().equals(Metric.SENT.label()))
        .extracting(written -> written.dimensions().get("Program"))
        .contains(SampleEnvironment.RECOMMENDATIONS);
  }

  @Test
  void everyMetricThatAlarmsAndPagesLookAtIsWrittenAsTheyLookAtIt() throws IOException {
    List<Written> written =
        day.turns().values().stream()
            .flatMap(turn -> WrittenMetrics.of(turn.written()).stream())
            .toList();
    Set<String> left = OF_OTHER_DAYS.stream().map(Metric::label).collect(Collectors.toSet());

    List<LookedAt> lookedAt =
        Files.readAllLines(LOOKED_AT).stream()
            .map(LookedAt::read)
            .filter(one -> !left.contains(one.name()))
            .toList();

    assertThat(lookedAt).hasSizeGreaterThan(30);
    assertThat(lookedAt)
        .allSatisfy(
            one -> assertThat(written).as("%s", one).anyMatch(measured -> measured.isWhat(one)));
  }
}
