package com.ceap.local.story;

import com.ceap.local.run.MoneyText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of a story, as tables for people. */
public final class StoryText {
  private final StringBuilder text = new StringBuilder();
  private final StoryFigures story;

  private StoryText(StoryFigures story) {
    this.story = story;
  }

  public static String of(StoryFigures story) {
    StoryText writer = new StoryText(story);
    writer.events();
    writer.touches();
    writer.revenue();
    return writer.text.toString();
  }

  private void events() {
    EventFigures events = story.events();
    line("  %-24s %8s", "events of carts", number(events.published()));
    if (events.refused() > 0) {
      line("    %-22s %8s", "refused", number(-events.refused()));
    }
    line("    %-22s %8s", "for no program", number(-events.unmatched()));
    less("dead letters", events.dead());
    line("    %-22s %8s", "duplicates", number(-events.duplicates()));
    less("rejected", events.rejected());
    line("  %-24s %8s", "candidates", number(events.candidates()));
  }

  private void less(String name, SortedMap<String, Long> counts) {
    line("    %-22s %8s   %s", name, number(-EventFigures.sum(counts)), reasons(counts));
  }

  private void touches() {
    line("%n  %-24s %8s %10s %7s", "touch", "sent", "suppressed", "bought");
    for (TouchFigures touch : story.touches()) {
      line(
          "  %-24s %8s %10s %7s   %s%s",
          "%d  %-6s after %s".formatted(touch.number(), touch.channel(), hours(touch.delay())),
          number(touch.sent()),
          number(EventFigures.sum(touch.suppressed())),
          number(touch.sales().orders()),
          reasons(touch.suppressed()),
          touch.failed() == 0 ? "" : ", " + number(touch.failed()) + " failed");
    }
    line(
        "  %-24s %8s %10s %7s   %s emptied their cart, %s opted out meanwhile",
        "without a message",
        "",
        "",
        number(story.unprompted().orders()),
        number(story.emptied()),
        number(story.optedOut()));
  }

  /** One line for each currency: sums of different ones are never added. */
  private void revenue() {
    TreeSet<String> currencies = new TreeSet<>(story.sales().revenue().keySet());
    if (currencies.isEmpty()) {
      return;
    }
    String head =
        story.touches().stream()
            .map(touch -> "%14s".formatted("touch " + touch.number()))
            .collect(Collectors.joining());
    line("%n  %-9s%s%14s%14s", "revenue", head, "no message", "together");
    for (String currency : currencies) {
      String touches =
          story.touches().stream()
              .map(touch -> "%14s".formatted(amount(touch.sales(), currency)))
              .collect(Collectors.joining());
      line(
          "  %-9s%s%14s%14s",
          currency, touches, amount(story.unprompted(), currency), amount(story.sales(), currency));
    }
  }

  private static String amount(Sales sales, String currency) {
    BigDecimal paid = sales.revenue().get(currency);
    return paid == null ? "" : MoneyText.of(paid, currency);
  }

  private static String hours(Duration delay) {
    return delay.toMinutesPart() == 0 ? delay.toHours() + " h" : delay.toMinutes() + " min";
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(reason -> reason.getKey() + " " + number(reason.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }
}
