package com.ceap.local.bench.campaign;

import com.ceap.channels.spi.Composing;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Part;
import com.ceap.lambdas.campaign.PartProgress;
import com.ceap.lambdas.campaign.Timing;
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
import java.util.function.Consumer;

/**
 * One campaign from nothing to the sink, then its floor, on databases of their own; after another
 * one that warms up what sends it.
 */
final class CampaignRehearsal {
  static final String FOLDER = "campaign";
  private static final Workers WORKERS = new Workers(4);
  private static final int WARM_UP = 30_000;

  /** Ten o'clock where the customers are. */
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final CampaignLoad load;
  private final int messages;
  private final int warmUp;
  private final Path data;

  CampaignRehearsal(CampaignLoad load) {
    this.load = load;
    this.messages = load.messages();
    this.warmUp = Math.min(messages, WARM_UP);
    this.data = load.folder().resolve(FOLDER).resolve("data");
  }

  /** The store with a frozen campaign. */
  private record Frozen(CampaignKey campaign, double seconds) {}

  CampaignFigures measure(Consumer<String> progress) throws IOException {
    Frozen frozen = prepare(progress);
    Path before = load.folder().resolve(FOLDER).resolve("before.db");
    SqliteFiles.copy(new DataFolder(data).database(), before);
    try (LocalPlatform platform = open()) {
      return measure(platform, before, frozen, progress);
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
      progress.accept("storing %,d candidates".formatted(2 * (messages + warmUp)));
      Run first =
          new NightlyRun("20260228T020000.000-2026-02-28", messages, warmUp).store(platform);
      Run run = new NightlyRun("20260301T020000.000-2026-02-28", 0, messages).store(platform);
      progress.accept("warming up");
      var _ = send(new Sending(platform, new Sink()), frozen(platform, program, first));
      progress.accept("freezing");
      long started = System.nanoTime();
      CampaignKey key = frozen(platform, program, run).key();
      return new Frozen(key, (System.nanoTime() - started) / 1e9);
    }
  }

  private static Campaign frozen(LocalPlatform platform, Program program, Run run) {
    return new LocalCampaigns(platform)
        .freeze()
        .freeze(program, run, CampaignChannel.require(program, "email"), Timing.OF_PROGRAM);
  }

  /** What sends campaigns to a sink. */
  private record Sending(LocalReactive reactive, Composing composing, CampaignSending campaigns) {
    Sending(LocalPlatform platform, Sink sink) {
      this(
          platform,
          sink,
          new LocalReactive(platform),
          LocalMessages.composing(
              platform, platform.programs(), URI.create("https://shop.example.com")));
    }

    private Sending(
        LocalPlatform platform, Sink sink, LocalReactive reactive, Composing composing) {
      this(reactive, composing, new StageWiring(composing).sending(platform, reactive, sink));
    }
  }

  private CampaignFigures measure(
      LocalPlatform platform, Path before, Frozen frozen, Consumer<String> progress) {
    Campaign campaign = platform.stores().campaigns().find(frozen.campaign()).orElseThrow();
    Sink sink = new Sink();
    Sending sending = new Sending(platform, sink);
    progress.accept("sending");
    OwnMemory memory = new OwnMemory();
    Effort effort = send(sending, campaign, memory);
    check(platform, campaign);
    progress.accept("measuring the floor");
    try (SqliteTables copy = SqliteTables.open(before, InstantSource.fixed(TEN))) {
      CampaignFloor floor =
          new BareCampaign(
                  WORKERS,
                  rendering(platform, sending, campaign),
                  new BareWrites(platform.tables(), copy))
              .measure(sending.campaigns(), campaign);
      return new CampaignFigures(
          messages,
          (int) campaign.candidates(),
          WORKERS.number(),
          frozen.seconds(),
          effort,
          floor,
          sink.bytes(),
          memory.peakMegabytes());
    }
  }

  private static BareRendering rendering(
      LocalPlatform platform, Sending sending, Campaign campaign) {
    Composing composing = sending.composing();
    Program program =
        sending
            .reactive()
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

  private static Effort send(Sending sending, Campaign campaign) {
    return send(sending, campaign, new OwnMemory());
  }

  private static Effort send(Sending sending, Campaign campaign, OwnMemory memory) {
    CampaignSending campaigns = sending.campaigns();
    return WORKERS.effort(
        campaigns.manifest(campaign).parts().stream()
            .<Runnable>map(
                part ->
                    () -> {
                      send(campaigns, campaign, part);
                      memory.look();
                    })
            .toList());
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
