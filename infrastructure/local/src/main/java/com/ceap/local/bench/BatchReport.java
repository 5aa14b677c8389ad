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
    text.append(GoalLines.text(figures.goals()));
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
        GoalLines.number(figures.spread(kind, Measured::cpuSeconds).median()),
        GoalLines.number(figures.spread(kind, Measured::peakMegabytes).median()),
        GoalLines.number(figures.spread(kind, Measured::itemsPerSecond).median()));
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
    json.set("goals", GoalLines.json(figures.goals()));
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
