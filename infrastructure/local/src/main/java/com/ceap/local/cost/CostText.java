package com.ceap.local.cost;

import java.util.Locale;
import java.util.Map;

/** Counts and estimates as Markdown. */
final class CostText {
  private CostText() {}

  static String counts(BatchCounts batch, EventCounts events) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Counted in a batch of %,d raw records in %d chunks, %,d of them stored:%n%n",
        batch.raw(),
        batch.chunks(),
        batch.stored());
    text.append("| table | read units | write units |\n|---|---:|---:|\n");
    for (Map.Entry<String, RequestUnits> table : batch.units().entrySet()) {
      RequestUnits units = table.getValue();
      line(text, "| `%s` | %,.1f | %,.0f |%n", table.getKey(), units.reads(), units.writes());
    }
    line(
        text,
        "%nThat is %.2f write and %.2f read units for each stored candidate, and %.2f read units"
            + " for each raw record. Models were called %d times.%n%n",
        batch.writesPerStored(),
        batch.readsPerStored(),
        batch.readsPerRaw(),
        batch.modelCalls());
    line(
        text,
        "Counted in %,d events of left carts, %,d bytes on average:%n%n",
        events.storedEvents() + events.rejectedEvents(),
        events.bytes());
    text.append("| an event that | events | read units | write units |\n|---|---:|---:|---:|\n");
    event(text, "becomes a candidate", events.storedEvents(), events.stored());
    event(text, "a filter rejects", events.rejectedEvents(), events.rejected());
    return text.toString();
  }

  private static void event(StringBuilder text, String what, long events, RequestUnits units) {
    line(text, "| %s | %,d | %.1f | %.1f |%n", what, events, units.reads(), units.writes());
  }

  /** With so many digits of dollars. */
  static String estimate(Estimate estimate, int digits) {
    StringBuilder text = new StringBuilder();
    line(text, "| %s | count | dollars | the count is |%n|---|---:|---:|---|%n", estimate.title());
    for (Position position : estimate.positions()) {
      line(
          text,
          "| %s | %s | %." + digits + "f | %s |%n",
          position.price().unit(),
          number(position.count()),
          position.dollars(),
          position.from());
    }
    line(
        text,
        "| **together** | | **%." + digits + "f** | required: at most %s |%n",
        estimate.dollars(),
        plain(estimate.required()));
    return text.toString();
  }

  static String prices() {
    StringBuilder text =
        new StringBuilder("| price of | dollars | published at |\n|---|---:|---|\n");
    for (Price price : Price.values()) {
      line(text, "| %s | %s | <%s> |%n", price.unit(), price.published(), price.source());
    }
    return text.toString();
  }

  private static String number(double count) {
    return String.format(Locale.ROOT, count >= 100 ? "%,.0f" : count >= 1 ? "%.1f" : "%.2g", count);
  }

  private static String plain(double dollars) {
    return String.format(Locale.ROOT, dollars >= 0.01 ? "%.2f" : "%.4f", dollars);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
