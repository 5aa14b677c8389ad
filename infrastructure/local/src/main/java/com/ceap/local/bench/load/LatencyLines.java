package com.ceap.local.bench.load;

import com.ceap.local.bench.GoalLines;
import java.util.Locale;

/** Latencies as lines of a table. */
public final class LatencyLines {
  private static final String LINE = "  %-32s %10s %9s %9s %9s %10s%n";

  private LatencyLines() {}

  /** The head of the table. */
  public static String heading(String what) {
    return String.format(Locale.ROOT, LINE, what, "a second", "P50", "P99", "P99.9", "max");
  }

  /**
   * A line of it.
   *
   * @param perSecond how many requests arrived a second
   */
  public static String line(String what, double perSecond, Latencies latencies) {
    return String.format(
        Locale.ROOT,
        LINE,
        what,
        GoalLines.number(perSecond),
        GoalLines.number(latencies.p50()),
        GoalLines.number(latencies.p99()),
        GoalLines.number(latencies.p999()),
        GoalLines.number(latencies.max()));
  }
}
