package com.ceap.local.cost;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.lambdas.batch.BatchPlace;
import com.ceap.lambdas.batch.DecisionPorts;
import com.ceap.lambdas.batch.HandOver;
import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.RunRequest;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.local.warehouse.DuckDbLimits;
import com.ceap.local.warehouse.DuckDbWarehouse;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Counts what a batch asks of the store, of objects and of models, with its stages apart as on AWS
 * and every look-up from the store: functions of their own share no cache.
 */
final class BatchCount {
  static final String PROGRAM = "product-recommendations";

  private final SampleStore sample;
  private final Path folder;
  private final CountedModels models = new CountedModels();
  private final CountedObjects objects;

  BatchCount(SampleStore sample, Path folder) {
    this.sample = sample;
    this.folder = folder;
    this.objects = new CountedObjects(new FolderObjectStore(folder.resolve("objects")));
  }

  /**
   * Runs the batch.
   *
   * @param chunkRows about how many records make a chunk
   */
  BatchCounts run(long chunkRows) {
    try (DuckDbWarehouse warehouse =
        DuckDbWarehouse.open(
            sample.config().out(), scratch(), DuckDbLimits.DEFAULT.withChunkRows(chunkRows))) {
      RunSummary run =
          place(warehouse)
              .prepare(sample.program(PROGRAM), false, apart(), Progress.SILENT)
              .run(new RunRequest(SampleStore.DATE, "cost", false));
      if (run.state() == RunState.FAILED) {
        throw new IllegalStateException("the run failed: " + run.problem());
      }
      return counts(run);
    }
  }

  private HandOver apart() {
    return new HandOver.ThroughObjects(new CandidateObjects(objects));
  }

  private BatchPlace place(DuckDbWarehouse warehouse) {
    Stores stores = fresh();
    return new BatchPlace(
        sample.registries(),
        new ConnectorEnvironment(warehouse),
        new ScoringEnvironment(models),
        new DecisionPorts(
            ids -> fresh().customers().customers(ids),
            ids -> fresh().products().products(ids),
            ids -> fresh().ledgers().ledgers(ids),
            (entity, ids, names) -> fresh().features().features(entity, ids, names),
            stores.scores()),
        stores.candidates(),
        stores.runs(),
        stores.erasures().log(),
        objects,
        SampleStore.CLOCK,
        1);
  }

  private Stores fresh() {
    return Stores.on(sample.tables(), SampleStore.CLOCK);
  }

  private BatchCounts counts(RunSummary run) {
    return new BatchCounts(
        run.raw(),
        run.stored(),
        run.chunks(),
        sample.tables().counted(),
        objects.puts(),
        objects.gets(),
        models.calls(),
        warehouseBytes());
  }

  private long warehouseBytes() {
    try (Stream<Path> files = Files.list(sample.config().out())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("product_interactions"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + sample.config().out(), e);
    }
  }

  private Path scratch() {
    try {
      return Files.createDirectories(folder.resolve("scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + folder, e);
    }
  }
}
