package com.ceap.local.bench.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.bench.functions.ColdStart.Answers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColdStartReportTest {
  private static final ColdStart BARE = start("(does nothing)", 0, 400, new Answers(100, 5, 20));

  @Test
  void everyFunctionIsHeldAgainstTheOneThatDoesNothing() {
    ColdStart asked = start("serving", 30_400_000, 1_000, new Answers(250, 20, 40));
    ColdStart started = new ColdStart("etl", 46_200_000, 1_200, Optional.empty());

    assertThat(ColdStartReport.text(List.of(BARE, asked, started)).lines().limit(4))
        .containsExactly(
            "  function          zip MB   init ms  first ms   next ms  restored    x bare",
            "  (does nothing)                 400       100         5        20       1.0",
            "  serving             30.4      1000       250        20        40       2.5",
            "  etl                 46.2      1200                                     3.0");
    assertThat(ColdStartReport.json(List.of(BARE, asked)).get(1).toString())
        .isEqualTo(
            "{\"function\":\"serving\",\"zipBytes\":30400000,\"initMillis\":1000.0,"
                + "\"firstMillis\":250.0,\"nextMillis\":20.0,\"restoredMillis\":40.0,"
                + "\"ratioToBare\":2.5}");
  }

  @Test
  void theMiddleOfSeveralStartsCountsFigureByFigure() {
    assertThat(
            ColdStart.median(
                List.of(
                    start("x", 1, 9, new Answers(1, 30, 5)),
                    start("x", 1, 7, new Answers(2, 10, 6)),
                    start("x", 1, 8, new Answers(3, 20, 4)))))
        .isEqualTo(start("x", 1, 8, new Answers(2, 20, 5)));
  }

  private static ColdStart start(String name, long bytes, double init, Answers answers) {
    return new ColdStart(name, bytes, init, Optional.of(answers));
  }
}
