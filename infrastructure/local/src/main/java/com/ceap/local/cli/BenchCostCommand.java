package com.ceap.local.cli;

import com.ceap.local.bench.Folders;
import com.ceap.local.cost.CostReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Estimates what the platform costs on AWS. */
@Command(
    name = "cost",
    description = {
      "Counts what a batch and events ask of DynamoDB, S3 and models, by running them on a sample"
          + " shop, and multiplies that by AWS's published prices, for the batch and the event of"
          + " the requirements. Prints Markdown, which docs/how-to/deploy.md explains."
    })
final class BenchCostCommand implements Callable<Integer> {
  private final CommandContext context;

  @Spec private CommandSpec command;

  BenchCostCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("ceap-cost");
    try {
      CostReport report = CostReport.make(context.home(), folder);
      command
          .commandLine()
          .getOut()
          .println(
              String.join("\n", report.batch(), report.event(), report.counts(), report.prices()));
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }
}
