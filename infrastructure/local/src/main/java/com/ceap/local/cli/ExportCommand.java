package com.ceap.local.cli;

import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportReport;
import com.ceap.lambdas.export.ExportedDay;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.Programs;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ProgramLoader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports a day for analysts. */
@Command(
    name = "export",
    description = {
      "Exports what a day (UTC) created and updated - candidates, deliveries, outcomes, engagements - as"
          + " Parquet to exports/TABLE/program=ID/dt=DAY/ of the data folder. Repeating it gives the same"
          + " files. Ask them with `ceap query`."
    })
final class ExportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--day",
      paramLabel = "D",
      description =
          "The day, as 2026-01-31. Default: yesterday. Today's is that of the day so far.")
  private LocalDate day;

  @Option(
      names = "--program",
      paramLabel = "P",
      description = "Only this program. Default: every program.")
  private String program;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      check(platform);
      ExportReport report = export(platform);
      if (output.json()) {
        output.print(json(report));
      } else {
        print(report, platform);
      }
      return 0;
    }
  }

  private void check(LocalPlatform platform) {
    LocalDate today = LocalDate.ofInstant(platform.clock().instant(), ZoneOffset.UTC);
    if (day != null && day.isAfter(today)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "%s lies in the future: by the platform's clock it is %s".formatted(day, today));
    }
    if (program != null) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      var _ = new Programs(loader, context.programs()).find(program);
    }
  }

  private ExportReport export(LocalPlatform platform) {
    try (ProgressLine progress = output.progress(context)) {
      return new DailyExport(
              platform.changes(), platform.objects(), platform.scratch(), ExportLimits.DEFAULT)
          .run(
              Optional.ofNullable(day).orElseGet(platform.clock()::yesterday),
              Optional.ofNullable(program),
              progress::show);
    }
  }

  private void print(ExportReport report, LocalPlatform platform) {
    if (report.days().isEmpty()) {
      output.line("Nothing was created or updated on %s.", report.day());
      return;
    }
    for (ExportedDay one : report.days()) {
      output.line(
          "%-10s  %-28s  %,10d rows  %,12d bytes  %s",
          one.table().id(),
          one.program(),
          one.rows(),
          one.bytes(),
          one.state().name().toLowerCase(Locale.ROOT));
    }
    if (report.erasedCustomers() > 0) {
      output.line(
          "%d customers were erased that day; %d files of other days were written anew",
          report.erasedCustomers(), report.rewrittenFiles());
    }
    output.line("written to %s", platform.data().root().resolve("exports"));
  }

  private static ObjectNode json(ExportReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("day", report.day().toString());
    json.put("erasedCustomers", report.erasedCustomers());
    json.put("rewrittenFiles", report.rewrittenFiles());
    ArrayNode days = json.putArray("exported");
    for (ExportedDay one : report.days()) {
      days.addObject()
          .put("table", one.table().id())
          .put("program", one.program())
          .put("rows", one.rows())
          .put("files", one.files())
          .put("bytes", one.bytes())
          .put("state", one.state().name());
    }
    return json;
  }
}
