package com.ceap.lambdas.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ceap.lambdas.topology.Edge.Source;
import com.ceap.lambdas.topology.ScheduleSpec.Programs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TopologyTest {
  private static final Topology PLATFORM = Topology.PLATFORM;

  @Test
  void everyNameHasOneFunction() {
    assertThat(PLATFORM.functions())
        .extracting(FunctionSpec::name)
        .containsExactlyInAnyOrder(FunctionName.values());
    assertThat(PLATFORM.functions()).extracting(FunctionSpec::handler).doesNotHaveDuplicates();
  }

  @Test
  void everyKindOfQueueIsDescribedAndWorkedOff() {
    for (QueueKind kind : QueueKind.values()) {
      List<Edge> edges =
          PLATFORM.edges().stream()
              .filter(edge -> edge.source().equals(new Source.OfQueues(kind)))
              .toList();

      assertThat(edges).as("edges of %s", kind).hasSize(1);
      assertThat(PLATFORM.function(edges.getFirst().function()).grants())
          .contains(new Grant.WorkOffQueues(kind));
      assertThat(edges.getFirst().retry())
          .isEqualTo(new Edge.Retry(PLATFORM.queue(kind).receives(), true));
    }
  }

  @Test
  void aQueueKeepsAMessageSixTimesAsLongAsItsFunctionMayTake() {
    for (Edge edge : PLATFORM.edges()) {
      if (edge.source() instanceof Source.OfQueues(QueueKind kind)) {
        Duration timeout = PLATFORM.function(edge.function()).timeout();

        assertThat(PLATFORM.queue(kind).visibility())
            .as("visibility of %s", kind)
            .isGreaterThanOrEqualTo(timeout.multipliedBy(6));
      }
    }
  }

  @Test
  void whatIsScheduledIsFedBySchedules() {
    Set<FunctionName> scheduled =
        Set.copyOf(PLATFORM.schedules().stream().map(ScheduleSpec::function).toList());

    assertThat(
            PLATFORM.edges().stream()
                .filter(edge -> edge.source() instanceof Source.OfSchedules)
                .map(Edge::function))
        .containsExactlyInAnyOrderElementsOf(scheduled);
  }

  @Test
  void theJobsAndTimesAreThoseOfTheRequirements() {
    assertThat(PLATFORM.schedules())
        .extracting(ScheduleSpec::job, ScheduleSpec::expression, ScheduleSpec::programs)
        .contains(
            tuple("daily-metrics", "cron(59 23 * * ? *)", Programs.EVERY),
            tuple("recovery-performance", "cron(0 3 * * ? *)", Programs.OF_JOURNEYS),
            tuple("revenue-impact", "cron(0 6 * * ? *)", Programs.OF_JOURNEYS),
            tuple("recommendation-performance", "cron(0 18 * * ? *)", Programs.OF_BATCHES),
            tuple("cart-expiry", "cron(0 * * * ? *)", Programs.OF_JOURNEYS),
            tuple("cleanup-verification", "cron(0 1 ? * SUN *)", Programs.EVERY),
            tuple("export", "cron(45 3 * * ? *)", Programs.EVERY),
            tuple("retrain", "cron(0 3 ? * SUN *)", Programs.WITH_MODELS));
  }

  @Test
  void aFunctionKnowsWhereItsDataLie() {
    assertThat(PLATFORM.functions())
        .allSatisfy(function -> assertThat(function.settings()).containsAll(Setting.ofPlace()));
  }

  @Test
  void whatSendsKnowsItsSender() {
    PLATFORM.functions().stream()
        .filter(function -> function.grants().contains(new Grant.SendMessages()))
        .forEach(
            function ->
                assertThat(function.settings()).containsAll(Arrays.asList(Setting.values())));
  }

  @Test
  void memoryAndTimeoutAreWhatLambdaTakes() {
    assertThatThrownBy(() -> function(64, Duration.ofSeconds(1)))
        .hasMessage("ETL has 128 to 10240 MB, not 64");
    assertThatThrownBy(() -> function(128, Duration.ofMinutes(16)))
        .hasMessage("ETL runs up to 15 minutes, not PT16M");
  }

  private static FunctionSpec function(int memoryMb, Duration timeout) {
    return new FunctionSpec(
        FunctionName.ETL,
        StackName.ETL_WORKFLOW,
        Artifact.LAMBDAS,
        "a.Handler",
        memoryMb,
        timeout,
        Set.of(),
        List.of());
  }
}
