package com.ceap.lambdas.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.Edge.Source;
import com.ceap.lambdas.topology.ScheduleSpec.Call;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
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
    Set<FunctionName> scheduled = new HashSet<>();
    for (ScheduleSpec schedule : PLATFORM.schedules()) {
      if (schedule.call() instanceof Call.OfFunction(FunctionName function)) {
        scheduled.add(function);
      }
    }

    assertThat(
            PLATFORM.edges().stream()
                .filter(edge -> edge.source() instanceof Source.OfSchedules)
                .map(Edge::function))
        .containsExactlyInAnyOrderElementsOf(scheduled);
  }

  @Test
  void theBatchAndTheTrainingAreStateMachines() {
    assertThat(PLATFORM.schedules())
        .filteredOn(schedule -> schedule.call() instanceof Call.StateMachine)
        .extracting(schedule -> schedule.plan().name())
        .containsExactly("batch", "retrain");
  }

  @Test
  void thePlatformsJobsAndTimesAreThoseOfTheRequirements() {
    assertThat(PLATFORM.schedules())
        .filteredOn(schedule -> schedule.plan().due() instanceof JobPlan.Due.OfPlatform)
        .extracting(schedule -> schedule.plan().name(), schedule -> schedule.plan().due())
        .containsExactlyInAnyOrder(
            tuple("sweep", new JobPlan.Due.OfPlatform("rate(1 minute)")),
            tuple("cleanup-verification", new JobPlan.Due.OfPlatform("cron(0 1 ? * SUN *)")),
            tuple("export-cleanup", new JobPlan.Due.OfPlatform("cron(0 2 ? * SUN *)")),
            tuple("retrain", new JobPlan.Due.OfPlatform("cron(0 3 ? * SUN *)")),
            tuple("export", new JobPlan.Due.OfPlatform("cron(45 3 * * ? *)")));
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
    assertThatThrownBy(() -> function(128, 511, Duration.ofSeconds(1)))
        .hasMessage("ETL has 512 to 10240 MB of scratch space, not 511");
  }

  @Test
  void aFunctionWithMoreSpaceHasNoSnapshot() {
    assertThat(function(128, 512, Duration.ofSeconds(1)).snapStart()).isTrue();
    assertThat(function(128, 513, Duration.ofSeconds(1)).snapStart()).isFalse();
    assertThat(PLATFORM.functions())
        .filteredOn(function -> !function.snapStart())
        .allSatisfy(function -> assertThat(function.artifact()).isEqualTo(Artifact.EXPORT));
  }

  private static FunctionSpec function(int memoryMb, Duration timeout) {
    return function(memoryMb, 512, timeout);
  }

  private static FunctionSpec function(int memoryMb, int scratchMb, Duration timeout) {
    return new FunctionSpec(
        FunctionName.ETL,
        StackName.ETL_WORKFLOW,
        Artifact.LAMBDAS,
        "a.Handler",
        memoryMb,
        scratchMb,
        timeout,
        Set.of(),
        List.of());
  }
}
