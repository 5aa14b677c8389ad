package com.ceap.local.cli;

import com.ceap.local.bench.campaign.CampaignBenchReport;
import com.ceap.local.bench.campaign.CampaignBenchmark;
import com.ceap.local.bench.campaign.CampaignFigures;
import com.ceap.local.bench.campaign.CampaignLoad;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how quickly a campaign goes out. */
@Command(
    name = "campaign",
    description = {
      "Measures a campaign of made-up candidates, two for each message, on the embedded store: from"
          + " the frozen list to a sink that takes every e-mail, fifty in a call. Its floor, in the"
          + " same run: the template engine alone renders as many e-mails whose every value is"
          + " there; then the ledgers and records that the campaign has written are put, on the"
          + " same conditions, to a copy of the store, five hundred in a transaction.",
      "It runs in a process of its own with a heap of 512 MB. The whole, floor included, is done on"
          + " copies of one store until the compiler has little left to do, five times at most; then"
          + " it is measured once."
    })
final class BenchCampaignCommand implements Callable<Integer> {
  private static final int LEAST = 500;
  private static final int MOST = 200_000;

  private final CommandContext context;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many e-mails, at most 200000. Default: ${DEFAULT-VALUE}.")
  private int messages;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Where databases are kept meanwhile. Default: .ceap/bench in the project's folder."
      })
  private Path data;

  @Mixin private CommandOutput output;

  BenchCampaignCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (messages < LEAST || messages > MOST) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a campaign is measured with %d to %d messages, not %d".formatted(LEAST, MOST, messages));
    }
    CampaignLoad load =
        new CampaignLoad(BenchCommand.folder(data, context), context.home(), messages);
    CampaignFigures figures;
    try (ProgressLine progress = output.progress(context)) {
      figures = new CampaignBenchmark(load, progress::show).run();
    }
    if (output.json()) {
      output.print(CampaignBenchReport.json(figures));
    } else {
      output.out().print(CampaignBenchReport.text(figures));
    }
    return 0;
  }
}
