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

  /** A table of Markdown of what whole runs take, with what its columns mean. */
  public static String wholeText(List<WholeRunFigures> figures) {
    StringBuilder text = new StringBuilder();
    text.append("| function | s, 2,500 rows | s, 10,000 rows | s, 500,000 rows | timeout s |");
    text.append(
        " kept MB, 2,500 | 10,000 | 500,000 | memory MB |\n|---|---|---|---|---|---|---|---|---|\n");
    figures.forEach(one -> text.append(wholeLine(one)));
    return text.append(
            """

            s: all that it does for a run, with the share of a processor that the memory
            buys and 10 ms for each call of a service; kept: the most that stayed in the heap after
            a collection. Those of 500,000 rows lie on the line through the other two.
            """)
        .toString();
  }

  private static String wholeLine(WholeRunFigures one) {
    FunctionFigures small = one.small();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.0f | %d (%.0f ×) | %.0f | %.0f | %.0f | %d (%.0f %%) |%n",
        small.function().name().text(),
        small.allSeconds(),
        one.large().allSeconds(),
        one.seconds(),
        small.function().timeout().toSeconds(),
        one.timeouts(),
        small.use().keptMb(),
        one.large().use().keptMb(),
        one.keptMb(),
        small.function().memoryMb(),
        100 * one.memoryShare());
  }

  public static ArrayNode wholeJson(List<WholeRunFigures> figures) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (WholeRunFigures one : figures) {
      all.addObject()
          .put("function", one.small().function().name().text())
          .put("rows", WholeRunFigures.ROWS)
          .put("seconds", one.seconds())
          .put("timeoutSeconds", one.small().function().timeout().toSeconds())
          .put("keptMb", one.keptMb())
          .put("memoryMb", one.small().function().memoryMb());
    }
    return all;
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
