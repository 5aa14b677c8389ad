package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.Group;
import com.ceap.lambdas.report.RunFigures;
import com.ceap.lambdas.report.Showings;
import com.ceap.lambdas.report.Words;
import java.util.ArrayList;
import java.util.List;

/** From what was sent or shown to what came of it, as bars of a chart. */
final class Funnels {
  private Funnels() {}

  /** Of the rows of a run. */
  static List<Bar> ofRun(RunFigures run) {
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar("read", run.raw(), Words.count(run.raw()), 2));
    bars.add(new Bar("unique candidates", run.unique(), Words.count(run.unique()), 1));
    run.turnedAway()
        .forEach(
            filter ->
                bars.add(
                    new Bar(
                        "− " + filter.filterId(),
                        filter.count(),
                        ofUnique(filter.count(), run.unique()),
                        3)));
    bars.add(new Bar("eligible", run.eligible(), ofUnique(run.eligible(), run.unique()), 1));
    bars.add(new Bar("stored", run.stored(), Words.count(run.stored()), 1));
    return bars;
  }

  private static String ofUnique(long count, long unique) {
    return Words.count(count) + ", " + share(count, unique);
  }

  /** Of the messages, by touch. */
  static List<Bar> ofMessages(DayMetrics sum) {
    List<Bar> bars = new ArrayList<>();
    sum.groups()
        .forEach(
            (group, figures) -> {
              if (figures.sent() > 0) {
                messages(group, figures, bars);
              }
            });
    return bars;
  }

  private static void messages(Group group, Figures figures, List<Bar> bars) {
    long sent = figures.sent();
    bars.add(bar(group.text(), sent, "sent", sent, 2));
    bars.add(bar("", figures.opened(), "opened", sent, 4));
    bars.add(bar("", figures.clicked(), "clicked", sent, 1));
    bars.add(bar("", figures.converted(), "ordered", sent, 5));
  }

  /** Of what apps have shown, by channel. */
  static List<Bar> ofShowings(DayMetrics sum) {
    List<Bar> bars = new ArrayList<>();
    sum.groups()
        .forEach(
            (group, figures) -> {
              if (figures.showings().shown() > 0) {
                showings(group, figures, bars);
              }
            });
    return bars;
  }

  private static void showings(Group group, Figures figures, List<Bar> bars) {
    Showings showings = figures.showings();
    long shown = showings.shown();
    bars.add(bar(group.text(), shown, "shown", shown, 2));
    bars.add(bar("", showings.clicked(), "followed", shown, 1));
    bars.add(bar("", showings.addedToCart(), "put into a cart", shown, 4));
    bars.add(bar("", showings.dismissed(), "waved away", shown, 3));
    bars.add(bar("", showings.converted(), "done, as the app says", shown, 4));
    bars.add(bar("", figures.converted(), "ordered", shown, 5));
  }

  private static Bar bar(String name, long value, String what, long of, int series) {
    String label = Words.count(value) + " " + what;
    return new Bar(name, value, value == of ? label : label + ", " + share(value, of), series);
  }

  /** A share in percent. */
  static String share(long part, long whole) {
    return whole == 0 ? "–" : Words.percent((double) part / whole);
  }
}
