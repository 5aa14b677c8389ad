package com.ceap.local.bench.reactive;

import com.ceap.local.bench.GoalLines;
import com.ceap.local.bench.RateLines;
import com.ceap.local.bench.load.LatencyLines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The figures of the reactive path for people and for machines. */
public final class ReactiveBenchReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReactiveBenchReport() {}

  /** The floors beside the figures, then what was to be reached. */
  public static String text(ReactiveFigures figures) {
    CoreFigures core = figures.core();
    StorageFigures storage = figures.storage();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  warm processes with the full compiler; %.0f%% of the events are stored%n%n",
            core.stored() * 100));
    text.append(RateLines.line("events a second", "median (min-max)"));
    throughput("core", core.decision(), text);
    throughput("core with its stage", core.stage(), text);
    text.append(RateLines.line("SQLite, " + storage.workers() + " workers", storage.perSecond()));
    text.append(RateLines.line("floor: its bare calls", storage.floorPerSecond()));
    text.append('\n').append(LatencyLines.heading("µs from the intended start"));
    text.append(LatencyLines.line("core", core.rate(), core.decided()));
    text.append(LatencyLines.line("core with its stage", core.rate(), core.staged()));
    text.append(LatencyLines.line("floor: nothing to do", core.rate(), core.floor()));
    text.append(LatencyLines.line("SQLite", storage.rate(), storage.decision()));
    return text.append('\n').append(GoalLines.text(figures.goals())).toString();
  }

  private static void throughput(String what, Throughput throughput, StringBuilder text) {
    text.append(RateLines.line(what + ", one thread", throughput.perSecond()));
    text.append(
        RateLines.line(
            "  for a second of processor time", GoalLines.number(throughput.perCpuSecond())));
  }

  /** The same as JSON. */
  public static ObjectNode json(ReactiveFigures figures) {
    ObjectNode json = JSON.createObjectNode();
    json.set("core", JSON.valueToTree(figures.core()));
    json.set("storage", JSON.valueToTree(figures.storage()));
    json.set("goals", GoalLines.json(figures.goals()));
    return json;
  }
}
