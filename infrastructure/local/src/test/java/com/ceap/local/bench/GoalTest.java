package com.ceap.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GoalTest {
  private final Map<BenchKind, List<Measured>> measured = new EnumMap<>(BenchKind.class);

  GoalTest() {
    for (BenchKind kind : BenchKind.values()) {
      measure(kind, 1, 1, 1);
    }
  }

  private void measure(BenchKind kind, double wall, double cpu, double workSeconds) {
    ObjectNode funnel = JsonNodeFactory.instance.objectNode().put("raw", 1_000_000);
    measured
        .computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(new Measured(wall, cpu, 900, 1_000_000, workSeconds, funnel));
  }

  private void only(BenchKind kind, double wall, double cpu, double workSeconds) {
    measured.remove(kind);
    measure(kind, wall, cpu, workSeconds);
  }

  private Goal goal(String what) {
    return new BatchFigures(measured)
        .goals().stream().filter(goal -> goal.what().contains(what)).findFirst().orElseThrow();
  }

  @Test
  void aSpeedIsTheFloorsTimeOverOurs() {
    only(BenchKind.LOOP, 6, 1, 1);
    only(BenchKind.FUSED, 10, 1, 1);
    assertThat(goal("fused, of the loop").measured()).isEqualTo(0.6);
    assertThat(goal("fused, of the loop").met()).isFalse();
    only(BenchKind.FUSED, 8, 1, 1);
    assertThat(goal("fused, of the loop").met()).isTrue();
  }

  @Test
  void theTimeOfTheSqlMayBeExceededSixTimes() {
    only(BenchKind.FUSED, 6.1, 1, 1);
    assertThat(goal("SQL").met()).isFalse();
    only(BenchKind.SQL, 1.1, 1, 1);
    assertThat(goal("SQL").met()).isTrue();
  }

  @Test
  void storeIsComparedByItsWorkAlone() {
    only(BenchKind.STORE, 1, 1, 2);
    assertThat(goal("Store").measured()).isEqualTo(0.5);
    assertThat(goal("Store").met()).isFalse();
  }

  @Test
  void theLargestPeakOfAnyRunCounts() {
    assertThat(goal("peak").met()).isTrue();
    measured.get(BenchKind.STAGED).add(new Measured(1, 1, 1_201, 1, 1, MissingNode.getInstance()));
    assertThat(goal("peak").measured()).isEqualTo(1_201);
    assertThat(goal("peak").met()).isFalse();
  }

  @Test
  void aMedianIsNotMovedByOneSlowProcess() {
    Spread spread = Spread.of(DoubleStream.of(3, 1, 90, 2, 4));
    assertThat(spread).isEqualTo(new Spread(3, 1, 90));
    assertThat(Spread.of(DoubleStream.of(1, 2)).median()).isEqualTo(1.5);
    assertThatThrownBy(() -> Spread.of(DoubleStream.empty())).hasMessage("nothing was measured");
  }

  @Test
  void enginesThatCountDifferentlyAreFoundOut() {
    assertThat(new BatchFigures(measured).countsAgree()).isTrue();
    ObjectNode other = JsonNodeFactory.instance.objectNode().put("raw", 999_999);
    measured.get(BenchKind.LOOP).add(new Measured(1, 1, 1, 1, 1, other));
    BatchFigures figures = new BatchFigures(measured);
    assertThat(figures.countsAgree()).isFalse();
    assertThat(BatchReport.text(figures)).contains("THE ENGINES COUNT DIFFERENTLY");
  }

  @Test
  void theReportMarksWhatIsNotMet() {
    only(BenchKind.WHOLE, 20, 1, 20);
    String text = BatchReport.text(new BatchFigures(measured));
    assertThat(text)
        .containsPattern("whole run, raw records a second +50,000 +at least 100,000 +NOT MET")
        .containsPattern("staged, of the loop's speed +1.00 +at least 0.40 +met");
    assertThat(BatchReport.json(new BatchFigures(measured)).at("/goals/5/met").booleanValue())
        .isFalse();
  }
}
