package com.ceap.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures the batch and its floors in rounds, each of every kind, so that what disturbs the
 * machine disturbs all of them. A first round warms up and is not counted.
 */
public final class BatchBenchmark {
  private final BenchFolder folder;
  private final Path home;
  private final Consumer<String> progress;

  /**
   * Measures in a folder.
   *
   * @param folder keeps the shop for the next time
   * @param home the project's folder, with {@code programs/}
   */
  public BatchBenchmark(Path folder, Path home, Consumer<String> progress) {
    this.folder = new BenchFolder(folder.toAbsolutePath().normalize());
    this.home = home;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param rounds at least 1
   * @param limit after which no further round is begun
   */
  public BatchFigures run(long interactions, int rounds, Duration limit) {
    BenchShop shop = new BenchShop(folder, home, progress);
    shop.prepare(interactions);
    shop.clear();
    try {
      return measure(shop, rounds, limit);
    } finally {
      shop.clear();
    }
  }

  private BatchFigures measure(BenchShop shop, int rounds, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    round("warming up", shop);
    Map<BenchKind, List<Measured>> measured = new EnumMap<>(BenchKind.class);
    for (int i = 1; i <= rounds && (i == 1 || System.nanoTime() < end); i++) {
      round("round " + i + " of " + rounds, shop)
          .forEach((kind, one) -> measured.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one));
    }
    return new BatchFigures(measured);
  }

  private Map<BenchKind, Measured> round(String name, BenchShop shop) {
    ChildProcess process = new ChildProcess(folder, home);
    Map<BenchKind, Measured> round = new EnumMap<>(BenchKind.class);
    for (BenchKind kind : BenchKind.values()) {
      progress.accept(name + ": " + kind.title());
      if (kind == BenchKind.WHOLE) {
        shop.copyForWholeRun();
      }
      round.put(kind, process.measure(kind));
    }
    return round;
  }
}
