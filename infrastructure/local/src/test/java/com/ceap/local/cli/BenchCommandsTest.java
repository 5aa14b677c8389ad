package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandsTest {
  @Test
  void aBenchmarkThatMeasuresNothingIsRefused() {
    assertThat(CommandRun.of("bench", "reactive", "--rate", "0.5"))
        .satisfies(run -> assertThat(run.code()).isNotZero())
        .satisfies(
            run ->
                assertThat(run.err())
                    .contains(
                        "a benchmark needs at least 1 event a second, 1 second and 100 events, not"
                            + " 0.5, 10 and 20000"));
    assertThat(
            CommandRun.of("bench", "serving", "--store", "dynamodb-local", "--seconds", "0").err())
        .contains("a benchmark needs at least 10 candidates and 1 second, not 100000 and 0");
  }

  @Test
  void theBenchmarksSayWhatTheyMeasure() {
    assertThat(CommandRun.of("bench", "--help").out())
        .contains("batch", "reactive", "serving", "cost");
    assertThat(CommandRun.of("bench", "serving", "--help").out()).contains("--candidates=N");
  }
}
