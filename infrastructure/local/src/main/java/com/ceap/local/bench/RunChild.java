package com.ceap.local.bench;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.run.LazyModels;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.run.Programs;
import com.ceap.local.warehouse.DuckDbLimits;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Path;
import java.util.Optional;

/** A run of the platform as {@code ceap run} does it. */
record RunChild(BenchKind kind, BenchFolder folder, Path home, int threads) {
  ChildResult run() {
    DataFolder data = stores() ? folder.whole() : folder.data();
    try (LocalPlatform platform =
        LocalPlatform.open(data.root(), StoreKind.EMBEDDED, home, BenchFolder.clock(kind))) {
      RunSummary run = run(platform);
      if (run.state() == RunState.FAILED) {
        throw new IllegalStateException("the " + kind.id() + " run failed: " + run.problem());
      }
      return new ChildResult(
          run.raw(), run.seconds(), stores() ? Optional.empty() : Optional.of(Funnel.of(run)));
    }
  }

  private boolean stores() {
    return kind == BenchKind.WHOLE;
  }

  private RunSummary run(LocalPlatform platform) {
    LazyModels models = new LazyModels(platform.data().models());
    return new LocalBatch(platform, models, threads, limits())
        .run(
            program(platform),
            folder.warehouse(),
            BenchFolder.DATE,
            !stores(),
            kind == BenchKind.STAGED ? LocalBatch.Mode.STAGED : LocalBatch.Mode.FUSED,
            (stage, done, total) -> {});
  }

  private DuckDbLimits limits() {
    return kind == BenchKind.ONE_CHUNK
        ? DuckDbLimits.DEFAULT.withChunkRows(Integer.MAX_VALUE)
        : DuckDbLimits.DEFAULT;
  }

  private Program program(LocalPlatform platform) {
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    return stores()
        ? new Programs(loader, home.resolve("programs")).find(Funnel.PROGRAM)
        : BenchProgram.load(loader);
  }
}
