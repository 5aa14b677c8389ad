package com.ceap.local.cli;

import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.CampaignDryRun;
import com.ceap.lambdas.campaign.CampaignForecast;
import com.ceap.lambdas.campaign.Timing;
import com.ceap.lambdas.channel.ProgramCaps;
import com.ceap.local.campaign.CampaignJson;
import com.ceap.local.campaign.CampaignText;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.run.Programs;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.Run;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends what the newest run of a program has stored. */
@Command(
    name = "campaign",
    description = {
      "Freezes who of a program's newest completed run gets what and when, where that was not done"
          + " when the run ended, and sends what is due; the rest goes out at its time, while"
          + " `ceap up` runs or the clock is advanced.",
      "A campaign that was interrupted goes on: what has gone out does not go out again."
    })
final class CampaignCommand implements Callable<Integer> {
  private static final String WHO = "./ceap campaign";

  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM", description = "A program's id, or its YAML file.")
  private String program;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      required = true,
      description = "The channel's id in the program.")
  private String channel;

  @Option(
      names = "--at",
      paramLabel = "HH:mm",
      defaultValue = "",
      description =
          "Another time of day than the program's sendTime, where its messages go, or \"now\".")
  private String at;

  @Option(
      names = "--dry-run",
      description =
          "Decide and compose everything, write and send nothing; shows how many would go out, how"
              + " many would not and why, and three of the messages.")
  private boolean dryRun;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  CampaignCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Timing timing = new Timing(at);
    try (LocalPlatform platform = data.open(context)) {
      ReactiveWork work = new ReactiveWork(platform, context, output, WHO);
      work.publish();
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      String id = inBatches(new Programs(loader, context.programs()).find(program));
      LocalCampaigns campaigns = new LocalCampaigns(platform);
      Run run = campaigns.newestRun(id);
      LocalReactive reactive = new LocalReactive(platform);
      Program version = campaigns.programOf(run, reactive.programs());
      CampaignChannel of = CampaignChannel.require(version, channel);
      if (dryRun) {
        forecast(platform, reactive, work, version, run, of, timing);
      } else {
        send(campaigns, work, version, run, of, timing);
      }
    }
    return 0;
  }

  private static String inBatches(Program found) {
    if (found.dataConnectors().isEmpty()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "program %s has no campaigns: it has no dataConnectors and decides on events, and each of its messages goes out at the time of its own touch"
              .formatted(found.programId()));
    }
    return found.programId();
  }

  private void forecast(
      LocalPlatform platform,
      LocalReactive reactive,
      ReactiveWork work,
      Program version,
      Run run,
      CampaignChannel of,
      Timing timing) {
    StageWiring wiring = new StageWiring(work.composing());
    CampaignForecast forecast =
        new CampaignDryRun(
                platform.tables(),
                reactive.programs(),
                new ProgramCaps(platform.registries().filters()),
                wiring.composers(platform),
                wiring.offerCodes(),
                new LocalCampaigns(platform).freeze(),
                platform.clock())
            .of(version, run, of, timing);
    String name = CampaignKey.of(run, of.id()).name();
    if (output.json()) {
      output.print(CampaignJson.of(name, forecast));
    } else {
      output.out().print(CampaignText.of(name, forecast));
      output.out().flush();
    }
  }

  private void send(
      LocalCampaigns campaigns,
      ReactiveWork work,
      Program version,
      Run run,
      CampaignChannel of,
      Timing timing) {
    AtomicReference<Optional<Campaign>> begun = new AtomicReference<>(Optional.empty());
    String done =
        work.putAndWork(_ -> begun.set(Optional.of(campaigns.begin(version, run, of, timing))));
    Campaign campaign = campaigns.refreshed(begun.get().orElseThrow());
    if (output.json()) {
      output.print(CampaignJson.of(campaign));
    } else {
      output.out().print(CampaignText.of(campaign, campaigns.moments(campaign)));
      output.line("%s", done);
    }
  }
}
