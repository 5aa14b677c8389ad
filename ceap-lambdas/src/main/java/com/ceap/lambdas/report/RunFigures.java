package com.ceap.lambdas.report;

import java.util.List;

/** The funnel of a run. */
public record RunFigures(
    String runId,
    String state,
    long raw,
    long unique,
    List<Turned> turnedAway,
    long eligible,
    long scored,
    long stored) {
  /** What a filter turned away. */
  public record Turned(String filterId, long count) {}

  public RunFigures {
    turnedAway = List.copyOf(turnedAway);
  }
}
