package com.ceap.local.bench.campaign;

import com.ceap.local.bench.Folders;
import com.ceap.local.platform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Stores what a night's run would have, then lets the whole be measured several times, each on a
 * copy of that store. Only the last time counts: what was measured before it has warmed up campaign
 * and floor alike.
 */
final class CampaignRehearsal {
  static final String FOLDER = "campaign";
  private static final int WARM_UPS = 2;

  private final CampaignLoad load;
  private final Path folder;

  CampaignRehearsal(CampaignLoad load) {
    this.load = load;
    this.folder = load.folder().resolve(FOLDER);
  }

  CampaignFigures measure(Consumer<String> progress) throws IOException {
    Path night = folder.resolve("night");
    progress.accept("storing %,d candidates".formatted(2 * load.messages()));
    try (LocalPlatform platform = CampaignPass.open(night, load.home())) {
      new NightlyRun(load.messages()).store(platform);
    }
    int warmUp = Math.min(load.messages(), CampaignLoad.MOST_WARMING_UP);
    for (int i = 1; i <= WARM_UPS; i++) {
      progress.accept("warming up, %d of %d".formatted(i, WARM_UPS));
      var _ = pass(night, warmUp, line -> {});
    }
    return pass(night, load.messages(), progress);
  }

  private CampaignFigures pass(Path night, int messages, Consumer<String> progress)
      throws IOException {
    Path own = folder.resolve("pass");
    Folders.delete(own);
    return new CampaignPass(night, own, load.home(), messages).measure(progress);
  }
}
