package com.ceap.local.bench;

import java.util.Locale;

/** Figures as lines of a table. */
public final class RateLines {
  private RateLines() {}

  /** A line. */
  public static String line(String what, String figure) {
    return String.format(Locale.ROOT, "  %-42s %30s%n", what, figure);
  }

  /** A line with a median and its ends. */
  public static String line(String what, Spread spread) {
    return line(
        what,
        GoalLines.number(spread.median())
            + " ("
            + GoalLines.number(spread.least())
            + "-"
            + GoalLines.number(spread.greatest())
            + ")");
  }
}
