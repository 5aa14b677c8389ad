package com.ceap.local.story;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.engine.Engine;
import com.ceap.local.engine.EngineListener;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.reactive.CartShop;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.LocalStages;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.local.sample.TableFormat;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** A data folder with a small sample shop, on which stories are told. */
final class StoryTheatre implements AutoCloseable {
  private static final String PROGRAM = "abandoned-cart-recovery";
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");
  private static final long CUSTOMERS = 400;

  final LocalPlatform platform;
  private final SampleShopConfig shop;
  private final LocalReactive reactive;

  /**
   * Opens a folder.
   *
   * @param models trained ones
   */
  StoryTheatre(Path data, Path models, long seed) throws IOException {
    Path home = ProjectRoot.find();
    CartShop.make(data, models, 0);
    platform = LocalPlatform.open(data, StoreKind.EMBEDDED, home, InstantSource.fixed(NOW));
    shop =
        new SampleShopConfig(
            CUSTOMERS,
            500,
            400,
            seed,
            LocalDate.of(2026, 3, 1),
            data.resolve("warehouse"),
            TableFormat.PARQUET,
            (table, done, total) -> {});
    var _ = SampleShop.generate(shop);
    var _ = platform.referenceTables().load(shop.out(), (table, rows) -> {});
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    var _ = new ProgramPublisher(platform.objects(), loader).publish(home.resolve("programs"));
    reactive = new LocalReactive(platform);
  }

  StoryFigures tell(int carts) {
    LocalStages stages =
        new StageWiring(
                LocalMessages.composing(
                    platform,
                    ProjectRoot.find().resolve("programs"),
                    URI.create("http://127.0.0.1:8080")))
            .make(platform, reactive);
    try (Engine engine = reactive.engine(stages, EngineListener.SILENT)) {
      StoryPlace place =
          new StoryPlace(
              platform,
              reactive,
              engine,
              stages.totals(),
              reactive.programs().newest(PROGRAM).orElseThrow());
      return new CartStory(place, shop, carts).tell();
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
