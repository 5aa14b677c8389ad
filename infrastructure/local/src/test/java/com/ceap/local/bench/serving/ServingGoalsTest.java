package com.ceap.local.bench.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.local.bench.Goal;
import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Latencies;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ServingGoalsTest {
  private static ServingFigures figures(double p99, double bareP99, int calls) {
    return new ServingFigures(
        "embedded",
        1_000_000,
        4,
        Spread.of(DoubleStream.of(8_000, 7_000, 9_000)),
        Spread.of(DoubleStream.of(30_000)),
        4_000,
        new Latencies(40_000, 300, p99, 9_000, 12_000),
        new Latencies(40_000, 100, bareP99, 5_000, 6_000),
        new Latencies(8_000, 55, 80, 90, 100),
        200_000,
        80_000,
        calls);
  }

  private static List<Goal> unmet(ServingFigures figures) {
    return figures.goals().stream().filter(goal -> !goal.met()).toList();
  }

  @Test
  void aRequestMayTakeAThirdMoreThanItsQueryAndAMillisecond() {
    assertThat(unmet(figures(3_600, 2_000, 1))).isEmpty();
    assertThat(unmet(figures(3_601, 2_000, 1)))
        .singleElement()
        .satisfies(goal -> assertThat(goal.bound()).isCloseTo(3.6, within(1e-9)));
  }

  @Test
  void aSlowStoreIsNoExcuse() {
    assertThat(unmet(figures(30_000, 25_000, 1))).isEmpty();
    assertThat(unmet(figures(30_001, 25_000, 1)))
        .extracting(Goal::what)
        .containsExactly("P99 in ms");
  }

  @Test
  void aRequestMakesOneCall() {
    assertThat(unmet(figures(1_000, 1_000, 2)))
        .extracting(Goal::what)
        .containsExactly("calls to storage");
  }

  @Test
  void theReportShowsFiguresBesideTheirFloors() {
    assertThat(ServingReport.text(figures(1_000, 500, 1)))
        .contains("1,000,000 candidates, embedded")
        .containsPattern("serving API +8,000 \\(7,000-9,000\\)")
        .containsPattern("floor: its bare query +30,000 \\(30,000-30,000\\)")
        .containsPattern("serving API +4,000 +300 +1,000 +9,000 +12,000")
        .containsPattern("floor: its bare query +80.00")
        .containsPattern("calls to storage +1.00 +at most +1.00 +met");
  }

  @Test
  void whatTheProcessMeasuredComesThroughAsJson() throws Exception {
    ServingFigures figures = figures(1_000, 500, 1);
    ObjectNode json = ServingReport.json(figures);
    assertThat(json.at("/goals/0/met").booleanValue()).isTrue();
    json.remove("goals");
    assertThat(new ObjectMapper().readValue(json.toString(), ServingFigures.class))
        .isEqualTo(figures);
  }
}
