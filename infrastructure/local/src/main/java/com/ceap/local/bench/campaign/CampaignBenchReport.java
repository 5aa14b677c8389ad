package com.ceap.local.bench.campaign;

import com.ceap.local.bench.GoalLines;
import com.ceap.local.bench.RateLines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The figures of a campaign for people and for machines. */
public final class CampaignBenchReport {
  private CampaignBenchReport() {}

  /** The floor beside the figures, then what was to be reached. */
  public static String text(CampaignFigures figures) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %,d e-mails from %,d candidates, embedded store; one warm process, %d at a time%n%n",
            figures.messages(),
            figures.candidates(),
            figures.workers()));
    text.append(RateLines.line("messages a second", ""));
    text.append(RateLines.line("campaign, list to sink", GoalLines.number(figures.perSecond())));
    text.append(
        RateLines.line(
            "floor: rendering, then writing", GoalLines.number(figures.floorPerSecond())));
    text.append(RateLines.line("seconds (of processors)", ""));
    text.append(RateLines.line("campaign", seconds(figures.sending())));
    text.append(
        RateLines.line(
            "floor: the engine renders as many e-mails", seconds(figures.floor().rendering())));
    text.append(
        RateLines.line(
            "floor: its %,d conditional writes".formatted(2 * figures.messages()),
            seconds(figures.floor().writing())));
    text.append(RateLines.line("freezing", GoalLines.number(figures.freezeSeconds())));
    text.append(
        RateLines.line("peak of own memory, MB", GoalLines.number(figures.memory().peak())));
    text.append(
        RateLines.line(
            "objects in use after 1/5, after all, MB",
            GoalLines.number(figures.memory().liveEarly())
                + ", "
                + GoalLines.number(figures.memory().liveLate())));
    return text.append('\n').append(GoalLines.text(figures.goals())).toString();
  }

  private static String seconds(Effort effort) {
    return GoalLines.number(effort.seconds()) + " (" + GoalLines.number(effort.cpuSeconds()) + ")";
  }

  /** The same as JSON. */
  public static ObjectNode json(CampaignFigures figures) {
    ObjectNode json = new ObjectMapper().valueToTree(figures);
    json.put("perSecond", figures.perSecond());
    json.put("floorPerSecond", figures.floorPerSecond());
    json.set("goals", GoalLines.json(figures.goals()));
    return json;
  }
}
