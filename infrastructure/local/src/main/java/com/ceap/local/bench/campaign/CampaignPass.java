package com.ceap.local.bench.campaign;

import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.Timing;
import com.ceap.local.bench.SqliteFiles;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.run.Programs;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.Campaign;
import com.ceap.storage.embedded.SqliteTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * One campaign from a night's candidates to the sink, then its floor, on copies of the store.
 *
 * @param night the data folder that is copied
 * @param own where the copies are kept
 * @param messages how many are sent at most
 */
record CampaignPass(Path night, Path own, Path home, int messages) {
  private static final Workers WORKERS = new Workers(4);

  /** Ten o'clock where the customers are. */
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  /** The platform of a data folder, at ten o'clock. */
  static LocalPlatform open(Path data, Path home) {
    return LocalPlatform.open(data, StoreKind.EMBEDDED, home, InstantSource.fixed(TEN));
  }

  /** The frozen campaign. */
  private record Frozen(Campaign campaign, double seconds) {}

  CampaignFigures measure(Consumer<String> progress) throws IOException {
    Path data = own.resolve("data");
    copy(new DataFolder(data).database());
    progress.accept("freezing");
    Frozen frozen = freeze(data);
    try (LocalPlatform platform = open(data, home)) {
      SinkSending sending = new SinkSending(platform, WORKERS);
      progress.accept("sending");
      SinkSending.Sent sent = sending.send(frozen.campaign());
      check(platform, frozen.campaign());
      progress.accept("measuring the floor");
      CampaignFloor floor = floor(platform, sending, frozen.campaign());
      return new CampaignFigures(
          (int) frozen.campaign().recipients(),
          (int) frozen.campaign().candidates(),
          WORKERS.number(),
          frozen.seconds(),
          sent.effort(),
          floor,
          sent.bytes(),
          sent.memory());
    }
  }

  private void copy(Path database) throws IOException {
    SqliteFiles.copy(new DataFolder(night).database(), database);
  }

  private Frozen freeze(Path data) {
    try (LocalPlatform platform = open(data, home)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      var _ = new ProgramPublisher(platform.objects(), loader).publish(platform.programs());
      Program program = new Programs(loader, platform.programs()).find(NightlyRun.PROGRAM);
      CampaignChannel email = CampaignChannel.require(program, "email");
      CampaignChannel all = new CampaignChannel(email.channel(), email.config(), messages);
      LocalCampaigns campaigns = new LocalCampaigns(platform);
      long started = System.nanoTime();
      Campaign campaign =
          campaigns.freeze().freeze(program, NightlyRun.run(), all, Timing.OF_PROGRAM);
      return new Frozen(campaign, (System.nanoTime() - started) / 1e9);
    }
  }

  private CampaignFloor floor(LocalPlatform platform, SinkSending sending, Campaign campaign)
      throws IOException {
    Path before = own.resolve("before.db");
    copy(before);
    try (SqliteTables copy = SqliteTables.open(before, InstantSource.fixed(TEN))) {
      return new BareCampaign(
              WORKERS,
              sending.bareRendering(campaign, TEN),
              new BareWrites(platform.tables(), copy))
          .measure(sending.campaigns(), campaign);
    }
  }

  private void check(LocalPlatform platform, Campaign campaign) {
    long sent = platform.stores().campaigns().find(campaign.key()).orElseThrow().counts().sent();
    if (sent != messages) {
      throw new IllegalStateException("sent %d of %d messages".formatted(sent, messages));
    }
  }
}
