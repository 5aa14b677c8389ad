package com.ceap.local.bench.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;

/** What functions take, for people, for a page of the documentation and for machines. */
public final class FunctionsReport {
  private FunctionsReport() {}

  /** A table of Markdown, with what its columns mean. */
  public static String text(List<FunctionFigures> figures) {
    StringBuilder text = new StringBuilder();
    text.append("| function | memory MB | peak MB | heap MB | cold CPU s | warm CPU s | calls |");
    text.append(" takes s | timeout s |\n|---|---|---|---|---|---|---|---|---|\n");
    figures.forEach(one -> text.append(line(one)));
    return text.append(
            """

            peak: resident memory of the process; heap: what lay in it when garbage was collected;
            cold, warm: processor time of the first call after the start, and of the same once more;
            calls: of services, for one; takes: cold, with the share of a processor that the memory
            buys (1,769 MB buy one) and 10 ms for each call.
            """)
        .toString();
  }

  private static String line(FunctionFigures one) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f (%.0f %%) | %.0f | %.2f | %.2f | %d | %.1f | %d (%.0f ×) |%n",
        one.function().name().text(),
        one.function().memoryMb(),
        one.use().peakMb(),
        100 * one.memoryShare(),
        one.use().heapMb(),
        one.firstCpu(),
        one.nextCpu(),
        one.calls(),
        one.seconds(),
        one.function().timeout().toSeconds(),
        one.timeouts());
  }

  public static ArrayNode json(List<FunctionFigures> figures) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (FunctionFigures one : figures) {
      all.addObject()
          .put("function", one.function().name().text())
          .put("memoryMb", one.function().memoryMb())
          .put("peakMb", one.use().peakMb())
          .put("heapMb", one.use().heapMb())
          .put("coldCpuSeconds", one.firstCpu())
          .put("warmCpuSeconds", one.nextCpu())
          .put("calls", one.calls())
          .put("seconds", one.seconds())
          .put("timeoutSeconds", one.function().timeout().toSeconds());
    }
    return all;
  }
}
