package com.ceap.local.bench.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.local.functions.FunctionUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeRunFiguresTest {
  /** It has 1,769 MB, a whole processor, and 900 seconds. */
  private static final FunctionSpec FREEZE = Topology.PLATFORM.function(FunctionName.FREEZE);

  private static FunctionFigures took(double cpu, int calls, double keptMb) {
    return new FunctionFigures(
        FREEZE, new FunctionUse(400, 300, keptMb, cpu), cpu, 0.1, calls, cpu, calls);
  }

  @Test
  void whatGrowsWithTheRowsIsDrawnOutToTheRequirementsRun() {
    // Half a second, 50 calls and 5 MB for each further 2,500 rows.
    WholeRunFigures figures = new WholeRunFigures(took(2, 100, 50), took(3.5, 250, 65));

    assertThat(figures.seconds()).isCloseTo(3 + 199, within(1e-9));
    assertThat(figures.keptMb()).isCloseTo(50 + 995, within(1e-9));
    assertThat(figures.isWithinMargin()).as("more than half of its memory").isFalse();
    assertThat(FunctionsReport.wholeText(List.of(figures)))
        .contains("| freeze | 3.0 | 6.0 | 202 | 900 (4 ×) | 50 | 65 | 1045 | 1769 (59 %) |");
  }

  @Test
  void whatDoesNotGrowStaysAsItIs() {
    WholeRunFigures figures = new WholeRunFigures(took(2, 10, 50), took(1.9, 10, 48));

    assertThat(figures.seconds()).isCloseTo(2.1, within(1e-9));
    assertThat(figures.keptMb()).isEqualTo(50);
    assertThat(figures.isWithinMargin()).isTrue();
  }

  @Test
  void whatTakesMoreThanHalfOfItsTimeHasNoMargin() {
    assertThat(new WholeRunFigures(took(5, 0, 50), took(13, 0, 50)).isWithinMargin()).isFalse();
  }
}
