package com.ceap.local.bench.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Cold starts for people and for machines. The first one is the floor of all others. */
public final class ColdStartReport {
  private ColdStartReport() {}

  public static String text(List<ColdStart> starts) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "  %-16s %7s %9s %9s %9s %9s %9s%n",
            "function", "zip MB", "init ms", "first ms", "next ms", "restored", "x bare"));
    starts.forEach(start -> text.append(line(start, starts.getFirst())));
    return text.append(
            """

            init: from the start of a JVM until it asks for an event; first and next: answers to a
            sample event; restored: the first answer after a primed snapshot; x bare: init and first
            answer, beside those of a function that does nothing. Services answer at once.
            """)
        .toString();
  }

  private static String line(ColdStart start, ColdStart bare) {
    return String.format(
        Locale.ROOT,
        "  %-16s %7s %9.0f %9s %9s %9s %9.1f%n",
        start.function(),
        start.bytes() == 0 ? "" : String.format(Locale.ROOT, "%.1f", start.bytes() / 1e6),
        start.init(),
        start.answers().map(answers -> whole(answers.first())).orElse(""),
        start.answers().map(answers -> whole(answers.next())).orElse(""),
        start.answers().map(answers -> whole(answers.restored())).orElse(""),
        ratio(start, bare));
  }

  private static String whole(double millis) {
    return String.format(Locale.ROOT, "%.0f", millis);
  }

  /** One that is only started is held against the other's start. */
  private static double ratio(ColdStart start, ColdStart bare) {
    return start.answers().isPresent() ? start.cold() / bare.cold() : start.init() / bare.init();
  }

  public static ArrayNode json(List<ColdStart> starts) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (ColdStart start : starts) {
      ObjectNode one = all.addObject();
      one.put("function", start.function()).put("zipBytes", start.bytes());
      one.put("initMillis", start.init());
      start
          .answers()
          .ifPresent(
              answers ->
                  one.put("firstMillis", answers.first())
                      .put("nextMillis", answers.next())
                      .put("restoredMillis", answers.restored()));
      one.put("ratioToBare", ratio(start, starts.getFirst()));
    }
    return all;
  }
}
