package com.ceap.local.bench.campaign;

import com.ceap.local.bench.Folders;
import com.ceap.local.platform.LocalPlatform;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Stores what a night's run would have, then lets the whole be measured several times, each on a
 * copy of that store, until the compiler has little left to do. Only the last time counts: campaign
 * and floor are as warm as each other.
 */
final class CampaignRehearsal {
  static final String FOLDER = "campaign";
  private static final int MOST_WARM_UPS = 5;

  /** How long the compiler may have worked while the whole was done once. */
  private static final long COMPILED_MILLIS = 1_000;

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
    warmUp(night, progress);
    return pass(night, load.messages(), progress);
  }

  private void warmUp(Path night, Consumer<String> progress) throws IOException {
    int messages = Math.min(load.messages(), CampaignLoad.MOST_WARMING_UP);
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long compiled = Long.MAX_VALUE;
    for (int i = 1; i <= MOST_WARM_UPS && compiled > COMPILED_MILLIS; i++) {
      progress.accept("warming up, %d".formatted(i));
      long before = compiler.getTotalCompilationTime();
      var _ = pass(night, messages, line -> {});
      compiled = compiler.getTotalCompilationTime() - before;
    }
  }

  private CampaignFigures pass(Path night, int messages, Consumer<String> progress)
      throws IOException {
    Path own = folder.resolve("pass");
    Folders.delete(own);
    return new CampaignPass(night, own, load.home(), messages).measure(progress);
  }
}
