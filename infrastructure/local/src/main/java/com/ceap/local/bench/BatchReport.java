package com.ceap.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of the batch for people and for machines. */
public final class BatchReport {
  private static final String LINE = "  %-42s %20s %8s %8s %14s%n";

  private BatchReport() {}

  /** A table, the floors beside the figures, then what was to be reached. */
  public static String text(BatchFigures figures) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            LINE,
            "medians of " + figures.runs(BenchKind.FUSED).size() + " processes",
            "wall s (min-max)",
            "CPU s",
            "peak MB",
            "items/s"));
    for (BenchKind kind : BenchKind.values()) {
      text.append(line(figures, kind));
    }
    text.append(
        figures.countsAgree()
            ? "\n  Every engine counts the same, by filter and reason.\n\n"
            : "\n  THE ENGINES COUNT DIFFERENTLY: " + figures.funnels() + "\n\n");
    for (Goal goal : figures.goals()) {
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

  private static String line(BatchFigures figures, BenchKind kind) {
    Spread wall = figures.spread(kind, Measured::wallSeconds);
    return String.format(
        Locale.ROOT,
        LINE,
        kind.title(),
        String.format(
            Locale.ROOT, "%.2f (%.2f-%.2f)", wall.median(), wall.least(), wall.greatest()),
        number(figures.spread(kind, Measured::cpuSeconds).median()),
        number(figures.spread(kind, Measured::peakMegabytes).median()),
        number(figures.spread(kind, Measured::itemsPerSecond).median()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
  }

  /** The same as JSON. */
  public static ObjectNode json(BatchFigures figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("runs", figures.runs(BenchKind.FUSED).size());
    json.put("countsAgree", figures.countsAgree());
    json.putArray("funnels").addAll(figures.funnels());
    ObjectNode kinds = json.putObject("measured");
    for (BenchKind kind : BenchKind.values()) {
      ObjectNode one = kinds.putObject(kind.id());
      spread(one, "wallSeconds", figures, kind, Measured::wallSeconds);
      spread(one, "seconds", figures, kind, Measured::seconds);
      spread(one, "cpuSeconds", figures, kind, Measured::cpuSeconds);
      spread(one, "peakMegabytes", figures, kind, Measured::peakMegabytes);
      spread(one, "itemsPerSecond", figures, kind, Measured::itemsPerSecond);
    }
    var goals = json.putArray("goals");
    for (Goal goal : figures.goals()) {
      goals
          .addObject()
          .put("what", goal.what())
          .put("measured", goal.measured())
          .put(goal.upward() ? "atLeast" : "atMost", goal.bound())
          .put("met", goal.met());
    }
    return json;
  }

  private static void spread(
      ObjectNode json,
      String name,
      BatchFigures figures,
      BenchKind kind,
      ToDoubleFunction<Measured> figure) {
    Spread spread = figures.spread(kind, figure);
    json.putObject(name)
        .put("median", spread.median())
        .put("min", spread.least())
        .put("max", spread.greatest());
  }
}
