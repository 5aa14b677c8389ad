package com.ceap.local.run;

import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.program.Marketplaces;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.Cursor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs programs in a data folder, at a moment of the test's own. */
public final class LocalRuns {
  public static final LocalDate DAY = LocalDate.parse("2026-03-01");
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));
  private static final int THREADS = 2;

  private LocalRuns() {}

  /** The project's folder. */
  public static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  public static LocalPlatform open(Path data) {
    return LocalPlatform.open(data, StoreKind.EMBEDDED, home(), CLOCK);
  }

  public static Program program(String idOrFile) {
    return new Programs(
            new ProgramLoader(Registries.load().extensions()), home().resolve("programs"))
        .find(idOrFile);
  }

  /** Loads the warehouse's reference data and runs. */
  public static RunSummary run(Path data, Program program, Path warehouse) {
    return run(data, program, warehouse, Progress.SILENT);
  }

  static RunSummary run(Path data, Program program, Path warehouse, Progress progress) {
    try (LocalPlatform platform = open(data)) {
      platform.referenceTables().load(warehouse, (table, rows) -> {});
      return new LocalBatch(platform, new LazyModels(platform.data().models()), THREADS)
          .run(program, warehouse, DAY, false, LocalBatch.Mode.FUSED, progress);
    }
  }

  /** Every stored candidate of a program that goes out on a channel, with its score. */
  public static Map<String, Double> stored(Path data, String programId, String channel) {
    try (LocalPlatform platform = open(data)) {
      Map<String, Double> scores = new TreeMap<>();
      platform
          .stores()
          .candidates()
          .top(
              programId,
              List.copyOf(Marketplaces.ids()),
              channel,
              0,
              Integer.MAX_VALUE,
              Cursor.START)
          .candidates()
          .forEach(c -> scores.put(c.decision().key().toString(), c.decision().score()));
      return scores;
    }
  }
}
