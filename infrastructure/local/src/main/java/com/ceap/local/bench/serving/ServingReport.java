package com.ceap.local.bench.serving;

import com.ceap.local.bench.GoalLines;
import com.ceap.local.bench.RateLines;
import com.ceap.local.bench.load.LatencyLines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The figures of serving for people and for machines. */
public final class ServingReport {
  private ServingReport() {}

  /** The floors beside the figures, then what was to be reached. */
  public static String text(ServingFigures figures) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %,d candidates, %s; one warm process with the full compiler, %d workers%n%n",
            figures.candidates(),
            figures.store(),
            figures.workers()));
    text.append(RateLines.line("requests a second, saturated", "median (min-max)"));
    text.append(RateLines.line("serving API", figures.saturation()));
    text.append(RateLines.line("floor: its bare query", figures.bareSaturation()));
    text.append('\n').append(LatencyLines.heading("µs from the intended start"));
    text.append(LatencyLines.line("serving API", figures.rate(), figures.api()));
    text.append(LatencyLines.line("floor: its bare query", figures.rate(), figures.bare()));
    text.append(LatencyLines.line("floor: nothing to do", figures.rate(), figures.floor()));
    text.append('\n').append(RateLines.line("allocated for a request, kB", ""));
    text.append(RateLines.line("serving API", kilobytes(figures.bytes())));
    text.append(RateLines.line("floor: its bare query", kilobytes(figures.bareBytes())));
    return text.append('\n').append(GoalLines.text(figures.goals())).toString();
  }

  private static String kilobytes(long bytes) {
    return GoalLines.number(bytes / 1e3);
  }

  /** The same as JSON. */
  public static ObjectNode json(ServingFigures figures) {
    ObjectNode json = new ObjectMapper().valueToTree(figures);
    json.set("goals", GoalLines.json(figures.goals()));
    return json;
  }
}
