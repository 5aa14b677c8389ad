package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reference.ImportReport;
import com.ceap.local.reference.ReferenceImport;
import com.ceap.local.reference.ReferenceKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports reference data. */
@Command(
    name = "import",
    description = {
      "Imports reference data: customers, products, consents, devices, features, purchases or"
          + " contacts, from CSV, JSONL (both also gzipped) or Parquet with snake_case columns.",
      "Of two rows about one thing the one with the later updated_at holds. Good rows are imported"
          + " where others are bad; those are listed."
    })
final class ImportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      converter = ReferenceKindConverter.class,
      description =
          "What the files hold: customers, products, consents, devices, features, purchases or"
              + " contacts.")
  private ReferenceKind kind;

  @Parameters(index = "1..*", paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<ImportReport> reports = new ArrayList<>();
    try (LocalPlatform platform = data.open(context);
        ProgressLine progress = output.progress(context)) {
      ReferenceImport imports = platform.referenceImport();
      for (Path file : files) {
        reports.add(
            imports.file(
                kind,
                file,
                (table, rows) ->
                    progress.show(
                        String.format(Locale.ROOT, "importing %s: %,d rows", file, rows))));
      }
    }
    print(reports);
    return reports.stream().anyMatch(report -> report.rejected() > 0) ? 1 : 0;
  }

  private void print(List<ImportReport> reports) {
    if (output.json()) {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      reports.forEach(report -> json.add(json(report)));
      output.print(json);
    } else {
      reports.forEach(report -> ImportText.print(report, output.out()));
    }
  }

  private static ObjectNode json(ImportReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("table", report.kind().table());
    json.put("file", report.file().toString());
    json.put("rows", report.rows());
    json.put("imported", report.imported());
    json.put("rejected", report.rejected());
    ArrayNode problems = json.putArray("problems");
    report.problems().forEach(problems::add);
    report.rejects().ifPresent(rejects -> json.put("rejects", rejects.toString()));
    json.put("seconds", report.seconds());
    return json;
  }
}
