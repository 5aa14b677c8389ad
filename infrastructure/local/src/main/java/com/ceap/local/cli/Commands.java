package com.ceap.local.cli;

import java.util.List;

/** Every command, in the order in which the help lists them. */
final class Commands {
  private Commands() {}

  static List<Object> of(CommandContext context) {
    return List.of(
        new DemoCommand(context),
        new UpCommand(context),
        new PublishCommand(context),
        ClockCommand.of(context),
        JobsCommand.of(context),
        new ReportCommand(context),
        DlqCommand.of(context),
        new RunCommand(context),
        new RerunCommand(context),
        new ExplainCommand(context),
        new GenerateCommand(context),
        new TrainCommand(context),
        new ValidateCommand(context),
        new SchemaCommand(context),
        new ImportCommand(context),
        new CandidatesCommand(context),
        new CampaignCommand(context),
        new TestSendCommand(context),
        OutboxCommand.of(context),
        new ExportCommand(context),
        new QueryCommand(context),
        new TokenCommand(context),
        new PauseCommand(context),
        new ResumeCommand(context),
        BenchCommand.of(context));
  }
}
