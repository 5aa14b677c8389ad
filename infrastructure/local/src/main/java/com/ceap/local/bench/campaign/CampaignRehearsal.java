package com.ceap.local.bench.campaign;

import com.ceap.channels.spi.Composing;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Part;
import com.ceap.lambdas.campaign.PartProgress;
import com.ceap.lambdas.campaign.Timing;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.lambdas.channel.ProgramCaps;
import com.ceap.local.bench.ProcessUse;
import com.ceap.local.bench.SqliteFiles;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.run.Programs;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.Run;
import com.ceap.storage.embedded.SqliteTables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** One campaign from nothing to the sink, then its floor, on databases of their own. */
final class CampaignRehearsal {
  static final String FOLDER = "campaign";
  private static final Workers WORKERS = new Workers(4);

  /** Ten o'clock where the customers are. */
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final CampaignLoad load;
  private final int messages;
  private final Path data;

  CampaignRehearsal(CampaignLoad load, int messages) {
    this.load = load;
    this.messages = messages;
    this.data = load.folder().resolve(FOLDER).resolve("data");
  }

  /** The store with a frozen campaign. */
  private record Frozen(CampaignKey campaign, double seconds) {}

  CampaignFigures measure(Consumer<String> progress) throws IOException {
    Frozen frozen = prepare(progress);
    Path before = load.folder().resolve(FOLDER).resolve("before.db");
    SqliteFiles.copy(new DataFolder(data).database(), before);
    try (LocalPlatform platform = open();
        SqliteTables copy = SqliteTables.open(before, InstantSource.fixed(TEN))) {
      return measure(platform, copy, frozen, progress);
    }
  }

  private LocalPlatform open() {
    return LocalPlatform.open(data, StoreKind.EMBEDDED, load.home(), InstantSource.fixed(TEN));
  }

  private Frozen prepare(Consumer<String> progress) {
    try (LocalPlatform platform = open()) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      var _ = new ProgramPublisher(platform.objects(), loader).publish(platform.programs());
      Program program = new Programs(loader, platform.programs()).find(NightlyRun.PROGRAM);
      progress.accept("storing %,d candidates".formatted(2 * messages));
      Run run = new NightlyRun(messages).store(platform);
      progress.accept("freezing");
      long started = System.nanoTime();
      Campaign campaign =
          new LocalCampaigns(platform)
              .freeze()
              .freeze(program, run, CampaignChannel.require(program, "email"), Timing.OF_PROGRAM);
      return new Frozen(campaign.key(), (System.nanoTime() - started) / 1e9);
    }
  }

  private CampaignFigures measure(
      LocalPlatform platform, SqliteTables copy, Frozen frozen, Consumer<String> progress) {
    LocalReactive reactive = new LocalReactive(platform);
    Composing composing =
        LocalMessages.composing(
            platform, platform.programs(), URI.create("https://shop.example.com"));
    Sink sink = new Sink();
    CampaignSending sending = sending(platform, reactive, new StageWiring(composing), sink);
    Campaign campaign = platform.stores().campaigns().find(frozen.campaign()).orElseThrow();
    progress.accept("sending");
    Effort effort = WORKERS.effort(parts(sending, campaign));
    check(platform, campaign);
    progress.accept("measuring the floor");
    CampaignFloor floor =
        new BareCampaign(
                WORKERS,
                rendering(platform, reactive, campaign, composing),
                new BareWrites(platform.tables(), copy))
            .measure(sending, campaign);
    return new CampaignFigures(
        messages,
        (int) campaign.candidates(),
        WORKERS.number(),
        frozen.seconds(),
        effort,
        floor,
        sink.bytes(),
        ProcessUse.peakMegabytes().orElse(0));
  }

  private static BareRendering rendering(
      LocalPlatform platform, LocalReactive reactive, Campaign campaign, Composing composing) {
    Program program =
        reactive
            .programs()
            .find(campaign.key().programId(), campaign.programVersion())
            .orElseThrow();
    CampaignChannel email = CampaignChannel.require(program, campaign.key().channel());
    return new BareRendering(
        composing.templates().require(email.templateId().orElseThrow()),
        composing,
        new StageWiring(composing).composers(platform).of(program, email.channel()),
        TEN);
  }

  private static CampaignSending sending(
      LocalPlatform platform, LocalReactive reactive, StageWiring wiring, Sink sink) {
    DeliveryPorts ports =
        new DeliveryPorts(
            platform.stores(),
            reactive.programs(),
            new ProgramCaps(platform.registries().filters()),
            wiring.composers(platform),
            wiring.offerCodes(),
            List.of(sink),
            platform.stores().schedules());
    return new CampaignSending(
        platform.stores(),
        platform.objects(),
        new GroupDelivery(ports, DeliverySettings.DEFAULT, platform.clock()),
        platform.clock());
  }

  private static List<Runnable> parts(CampaignSending sending, Campaign campaign) {
    return sending.manifest(campaign).parts().stream()
        .<Runnable>map(part -> () -> send(sending, campaign, part))
        .toList();
  }

  private static void send(CampaignSending sending, Campaign campaign, Part part) {
    if (!(sending.send(campaign.key(), part.number()) instanceof PartProgress.Ended)) {
      throw new IllegalStateException("part " + part.number() + " did not end");
    }
  }

  private void check(LocalPlatform platform, Campaign campaign) {
    long sent = platform.stores().campaigns().find(campaign.key()).orElseThrow().counts().sent();
    if (sent != messages) {
      throw new IllegalStateException("sent %d of %d messages".formatted(sent, messages));
    }
  }
}
