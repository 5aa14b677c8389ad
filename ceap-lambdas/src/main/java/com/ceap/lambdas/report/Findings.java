package com.ceap.lambdas.report;

import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Looks for what the figures bear out, and says nothing where the evidence does not separate: every
 * comparison is made with an interval that holds for all comparisons of its kind together with 95
 * %.
 */
final class Findings {
  /** Amazon SES wants fewer complaints than this: docs.aws.amazon.com/ses, "Reputation metrics". */
  private static final double MOST_COMPLAINTS = 0.001;

  /** And fewer bounces. */
  private static final double MOST_BOUNCES = 0.05;

  /** Of fewer messages nothing is compared: intervals of a few tries are too narrow. */
  private static final int ENOUGH = 30;

  /** From here on it is worth a word that messages are not sent for one reason. */
  private static final double NOTABLE_SUPPRESSION = 0.2;

  private static final double NOTABLE_FILTER = 0.3;

  private final Program program;
  private final DayMetrics sum;
  private final Optional<ProgramSource> source;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Program program, DayMetrics sum, Optional<ProgramSource> source) {
    this.program = program;
    this.sum = sum;
    this.source = source;
  }

  /** What is found, the most important first. */
  static List<Finding> of(Program program, DayMetrics sum, Optional<ProgramSource> source) {
    Findings findings = new Findings(program, sum, source);
    findings.look();
    return findings.found.stream()
        .sorted(Comparator.comparingDouble(Finding::weight).reversed())
        .toList();
  }

  private void look() {
    List<Map.Entry<Group, Figures>> sent =
        sum.groups().entrySet().stream()
            .filter(entry -> entry.getValue().sent() >= ENOUGH)
            .toList();
    orders(sent);
    treatments(sent);
    treatments(shown());
    for (Map.Entry<Group, Figures> group : sent) {
      harm(group, Figures::complained, "complain", MOST_COMPLAINTS, sent.size());
      harm(group, Figures::bounced, "come back", MOST_BOUNCES, sent.size());
    }
    double ofShown = Rate.forEachOf(shown().size());
    shown().forEach(entry -> dismissed(entry.getKey(), entry.getValue(), ofShown));
    sum.groups().forEach(this::suppressed);
    runs();
  }

  private List<Map.Entry<Group, Figures>> shown() {
    return sum.groups().entrySet().stream()
        .filter(entry -> entry.getValue().messages() == 0)
        .filter(entry -> entry.getValue().showings().shown() >= ENOUGH)
        .toList();
  }

  /** What customers wave away more often than they follow it. */
  private void dismissed(Group group, Figures figures, double z) {
    Showings showings = figures.showings();
    Rate away = new Rate(showings.dismissed(), showings.shown());
    Rate followed = new Rate(showings.clicked(), showings.shown());
    double atLeast = away.exceeds(followed, z);
    if (atLeast > 0) {
      found.add(
          Finding.of(
              50 * atLeast,
              "What %s shows is waved away more often than it is followed: %s against %s."
                  .formatted(group.text(), text(away, z), text(followed, z))));
    }
  }

  /** Which messages lead to orders more often than others. */
  private void orders(List<Map.Entry<Group, Figures>> sent) {
    Optional<Map.Entry<Group, Figures>> best =
        sent.stream().max(Comparator.comparingDouble(e -> Rate.ofOrders(e.getValue()).value()));
    double z = Rate.forEachOf(sent.size() - 1);
    for (Map.Entry<Group, Figures> other : sent) {
      if (best.isPresent() && !other.equals(best.get())) {
        compare(best.get(), other, z);
      }
    }
  }

  private void compare(Map.Entry<Group, Figures> best, Map.Entry<Group, Figures> other, double z) {
    Rate more = Rate.ofOrders(best.getValue());
    Rate less = Rate.ofOrders(other.getValue());
    double atLeast = more.exceeds(less, z);
    if (atLeast <= 0) {
      return;
    }
    String sentence =
        "%s leads to an order more often than %s: %s against %s, a difference of %s to %s points."
            .formatted(
                best.getKey().text(),
                other.getKey().text(),
                text(more, z),
                text(less, z),
                points(atLeast),
                points(more.exceedsAtMost(less, z)));
    Optional<String> change =
        harmsMoreThanItSells(other.getValue(), z) ? off(other.getKey()) : Optional.empty();
    String advice = change.isPresent() ? " It loses more readers than it wins orders." : "";
    found.add(new Finding(100 * atLeast, sentence + advice, change));
  }

  private static boolean harmsMoreThanItSells(Figures figures, double z) {
    long left = Math.min(figures.unsubscribed() + figures.complained(), figures.sent());
    return new Rate(left, figures.sent()).exceeds(Rate.ofOrders(figures), z) > 0;
  }

  private Optional<String> off(Group group) {
    boolean on =
        program.channels().stream()
            .filter(ChannelSpec::enabled)
            .anyMatch(channel -> channel.channelId().equals(group.channel()));
    return source
        .filter(_ -> on)
        .flatMap(file -> YamlSwitch.off(file.path(), file.text(), group.channel()));
  }

  /** Which arm of an experiment leads to orders more often, on the same touch. */
  private void treatments(List<Map.Entry<Group, Figures>> sent) {
    for (Map.Entry<Group, Figures> one : sent) {
      for (Map.Entry<Group, Figures> other : sent) {
        if (sameTouch(one.getKey(), other.getKey())) {
          Rate more = Rate.ofOrders(one.getValue());
          Rate less = Rate.ofOrders(other.getValue());
          double atLeast = more.exceeds(less, Rate.Z_95);
          if (atLeast > 0) {
            found.add(
                Finding.of(
                    200 * atLeast,
                    "Of the experiment on %s, %s does better than %s: %s against %s."
                        .formatted(
                            one.getKey().channel(),
                            one.getKey().treatment(),
                            other.getKey().treatment(),
                            text(more, Rate.Z_95),
                            text(less, Rate.Z_95))));
          }
        }
      }
    }
  }

  private static boolean sameTouch(Group one, Group other) {
    return one.channel().equals(other.channel())
        && one.touch() == other.touch()
        && !one.treatment().isEmpty()
        && !other.treatment().isEmpty()
        && !one.treatment().equals(other.treatment());
  }

  private void harm(
      Map.Entry<Group, Figures> group,
      ToLongFunction<Figures> count,
      String what,
      double limit,
      int comparisons) {
    Figures figures = group.getValue();
    Rate rate = new Rate(count.applyAsLong(figures), figures.sent());
    double z = Rate.forEachOf(comparisons);
    if (rate.low(z) > limit) {
      found.add(
          Finding.of(
              1_000 * rate.low(z),
              "Of %s too many %s: %s, where at most %s is good."
                  .formatted(group.getKey().text(), what, text(rate, z), Words.percent(limit))));
    }
  }

  private void suppressed(Group group, Figures figures) {
    figures
        .suppressed()
        .forEach(
            (reason, count) -> {
              Rate rate = new Rate(count, figures.messages());
              if (rate.tries() >= ENOUGH && rate.low(Rate.Z_95) > NOTABLE_SUPPRESSION) {
                found.add(
                    Finding.of(
                        20 * rate.low(Rate.Z_95),
                        "Much of %s is never sent, for %s: %s."
                            .formatted(group.text(), reason, text(rate, Rate.Z_95))));
              }
            });
  }

  private void runs() {
    sum.runs().stream()
        .filter(run -> run.unique() > 0)
        .reduce((_, last) -> last)
        .ifPresent(
            run ->
                run.turnedAway().stream()
                    .filter(filter -> (double) filter.count() / run.unique() > NOTABLE_FILTER)
                    .forEach(
                        filter ->
                            found.add(
                                Finding.of(
                                    1,
                                    "The filter %s turns away %s of the candidates of run %s."
                                        .formatted(
                                            filter.filterId(),
                                            Words.percent((double) filter.count() / run.unique()),
                                            run.runId())))));
  }

  private static String text(Rate rate, double z) {
    return String.format(
        Locale.ROOT,
        "%s (%,d of %,d; %s to %s)",
        Words.percent(rate.value()),
        rate.hits(),
        rate.tries(),
        Words.percent(rate.low(z)),
        Words.percent(rate.high(z)));
  }

  private static String points(double difference) {
    return String.format(Locale.ROOT, "%.1f", 100 * difference);
  }
}
