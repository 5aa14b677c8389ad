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
import com.ceap.local.campaign.LocalCampaigns;
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
import com.ceap.storage.CeapTables;
import com.ceap.storage.Run;
import com.ceap.storage.embedded.SqliteTables;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One campaign from nothing to the sink, and its floor, on databases of their own. */
final class CampaignRehearsal implements AutoCloseable {
  static final String FOLDER = "campaign";
  private static final int WORKERS = 4;

  /** Ten o'clock where the customers are. */
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final int messages;
  private final Path folder;
  private final LocalPlatform platform;
  private final Program program;
  private final Composing composing;
  private final LocalReactive reactive;

  CampaignRehearsal(CampaignLoad load, int messages) {
    this.messages = messages;
    this.folder = load.folder().resolve(FOLDER);
    this.platform =
        LocalPlatform.open(
            folder.resolve("data"), StoreKind.EMBEDDED, load.home(), InstantSource.fixed(TEN));
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    var _ = new ProgramPublisher(platform.objects(), loader).publish(platform.programs());
    this.program = new Programs(loader, platform.programs()).find(NightlyRun.PROGRAM);
    this.composing =
        LocalMessages.composing(
            platform, platform.programs(), URI.create("https://shop.example.com"));
    this.reactive = new LocalReactive(platform);
  }

  CampaignFigures measure(Consumer<String> progress) {
    progress.accept("storing %,d candidates".formatted(2 * messages));
    Run run = new NightlyRun(messages).store(platform);
    progress.accept("measuring the floor");
    double floor = floor();
    progress.accept("freezing");
    long started = System.nanoTime();
    Campaign campaign =
        new LocalCampaigns(platform)
            .freeze()
            .freeze(program, run, CampaignChannel.require(program, "email"), Timing.OF_PROGRAM);
    double freezing = seconds(started);
    progress.accept("sending");
    Sink sink = new Sink();
    double sending = send(campaign, sink);
    check(campaign);
    return new CampaignFigures(
        messages,
        (int) campaign.candidates(),
        WORKERS,
        freezing,
        messages / sending,
        messages / floor,
        sink.bytes(),
        ProcessUse.peakMegabytes().orElse(0));
  }

  private double floor() {
    try (SqliteTables tables =
        SqliteTables.open(folder.resolve("floor.db"), InstantSource.fixed(TEN))) {
      BareCampaign bare =
          new BareCampaign(
              new StageWiring(composing)
                  .composers(platform)
                  .of(program, CampaignChannel.require(program, "email").channel()),
              tables.table(CeapTables.CANDIDATES));
      long started = System.nanoTime();
      together(
          IntStream.range(0, WORKERS)
              .<Runnable>mapToObj(
                  worker ->
                      () -> {
                        for (int i = worker; i < messages; i += WORKERS) {
                          bare.send(i);
                        }
                      })
              .toList());
      return seconds(started);
    }
  }

  private double send(Campaign campaign, Sink sink) {
    DeliveryPorts ports =
        new DeliveryPorts(
            platform.stores(),
            reactive.programs(),
            new ProgramCaps(platform.registries().filters()),
            new StageWiring(composing).composers(platform),
            List.of(sink),
            platform.stores().schedules());
    CampaignSending sending =
        new CampaignSending(
            platform.stores(),
            platform.objects(),
            new GroupDelivery(ports, DeliverySettings.DEFAULT, platform.clock()),
            platform.clock());
    long started = System.nanoTime();
    together(
        sending.manifest(campaign).parts().stream()
            .<Runnable>map(part -> () -> send(sending, campaign, part))
            .toList());
    return seconds(started);
  }

  private static void send(CampaignSending sending, Campaign campaign, Part part) {
    if (!(sending.send(campaign.key(), part.number()) instanceof PartProgress.Ended)) {
      throw new IllegalStateException("part " + part.number() + " did not end");
    }
  }

  private void check(Campaign campaign) {
    long sent = platform.stores().campaigns().find(campaign.key()).orElseThrow().counts().sent();
    if (sent != messages) {
      throw new IllegalStateException("sent %d of %d messages".formatted(sent, messages));
    }
  }

  /** Some virtual threads at a time. */
  private static void together(List<Runnable> work) {
    List<Future<?>> all;
    Semaphore places = new Semaphore(WORKERS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all =
          work.stream()
              .<Future<?>>map(
                  each ->
                      threads.submit(
                          () -> {
                            places.acquireUninterruptibly();
                            try {
                              each.run();
                            } finally {
                              places.release();
                            }
                          }))
              .toList();
    }
    all.forEach(CampaignRehearsal::ended);
  }

  private static void ended(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e9;
  }

  @Override
  public void close() {
    platform.close();
  }
}
