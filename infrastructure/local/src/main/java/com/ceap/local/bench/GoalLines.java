package com.ceap.local.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;

/** What was to be reached, for people and for machines. */
public final class GoalLines {
  private GoalLines() {}

  /** A line for each. */
  public static String text(List<Goal> goals) {
    StringBuilder text = new StringBuilder();
    for (Goal goal : goals) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-42s %12s   %s %-10s %s%n",
              goal.what(),
              number(goal.measured()),
              goal.upward() ? "at least" : "at most ",
              number(goal.bound()),
              goal.met() ? "met" : "NOT MET"));
    }
    return text.toString();
  }

  /** An object for each. */
  public static ArrayNode json(List<Goal> goals) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Goal goal : goals) {
      array
          .addObject()
          .put("what", goal.what())
          .put("measured", goal.measured())
          .put(goal.upward() ? "atLeast" : "atMost", goal.bound())
          .put("met", goal.met());
    }
    return array;
  }

  /** A figure as reports show it: with two decimals where it is small. */
  public static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
  }
}
