package com.ceap.local.bench.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.bench.Goal;
import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Latencies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ReactiveGoalsTest {
  private static final Latencies FLOOR = new Latencies(1_000, 55, 60, 70, 80);

  private static ReactiveFigures figures(
      double perCpuSecond, double p99, double perSecond, int callsOfStored) {
    return new ReactiveFigures(
        new CoreFigures(
            1_000,
            0.6,
            new Throughput(Spread.of(DoubleStream.of(90_000, 130_000, 120_000)), perCpuSecond),
            new Throughput(Spread.of(DoubleStream.of(70_000)), 60_000),
            5_000,
            FLOOR,
            new Latencies(50_000, 60, p99, 2_000, 3_000),
            new Latencies(50_000, 80, 950, 2_000, 3_000)),
        new StorageFigures(
            20_000,
            8,
            Spread.of(DoubleStream.of(perSecond)),
            Spread.of(DoubleStream.of(10_000)),
            callsOfStored,
            3,
            perSecond / 2,
            FLOOR));
  }

  private static Goal goal(ReactiveFigures figures, String what) {
    return figures.goals().stream()
        .filter(goal -> goal.what().contains(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCoreIsHeldToProcessorTimeSoThatNoHelperThreadIsForgotten() {
    assertThat(goal(figures(99_999, 900, 8_000, 4), "events a second").met()).isFalse();
    assertThat(goal(figures(100_000, 900, 8_000, 4), "events a second").met()).isTrue();
  }

  @Test
  void aLatencyIsHeldToMilliseconds() {
    assertThat(goal(figures(1, 1_001, 8_000, 4), "P99").met()).isFalse();
    assertThat(goal(figures(1, 999, 8_000, 4), "P99").measured()).isEqualTo(0.999);
  }

  @Test
  void storageIsHeldToItsBareCalls() {
    assertThat(goal(figures(1, 1, 6_900, 4), "bare calls").met()).isFalse();
    assertThat(goal(figures(1, 1, 7_000, 4), "bare calls").measured()).isEqualTo(0.7);
  }

  @Test
  void callsToStorageAreHeldToTheirNumber() {
    assertThat(goal(figures(1, 1, 1, 5), "stored").met()).isTrue();
    assertThat(goal(figures(1, 1, 1, 6), "stored").met()).isFalse();
    assertThat(goal(figures(1, 1, 1, 6), "rejected").met()).isTrue();
  }

  @Test
  void theReportShowsFiguresBesideTheirFloors() {
    assertThat(ReactiveBenchReport.text(figures(120_000, 400, 8_000, 4)))
        .contains("60% of the events are stored")
        .containsPattern("core, one thread +120,000 \\(90,000-130,000\\)")
        .containsPattern("core with its stage, one thread +70,000")
        .containsPattern("floor: its bare calls +10,000")
        .containsPattern("floor: nothing to do +5,000 +55.00 +60.00 +70.00 +80.00")
        .containsPattern("of the bare calls' rate +0.80 +at least 0.70 +met");
  }

  @Test
  void whatAProcessMeasuredComesThroughAsJson() throws Exception {
    ReactiveFigures figures = figures(120_000, 400, 8_000, 4);
    ObjectMapper json = new ObjectMapper();
    JsonNode written = json.readTree(ReactiveBenchReport.json(figures).toString());
    assertThat(json.treeToValue(written.get("core"), CoreFigures.class)).isEqualTo(figures.core());
    assertThat(json.treeToValue(written.get("storage"), StorageFigures.class))
        .isEqualTo(figures.storage());
    assertThat(written.at("/goals/1/atMost").intValue()).isEqualTo(1);
  }
}
