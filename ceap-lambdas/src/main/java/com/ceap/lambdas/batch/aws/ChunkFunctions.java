package com.ceap.lambdas.batch.aws;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.batch.BatchSteps;
import com.ceap.lambdas.batch.ChunkFailure;
import com.ceap.lambdas.batch.ChunkReport;
import com.ceap.lambdas.batch.ChunkSteps.Passed;
import com.ceap.lambdas.batch.ExtractReport;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the functions do that work on one chunk. Each reads the objects of the one before it and
 * writes its own; where one fails it leaves word of it, for the run's summary. Thread-safe.
 */
final class ChunkFunctions {
  private static final String ETL = "etl";
  private static final String FILTER = "filter";

  private final KnownSteps steps;

  ChunkFunctions(KnownSteps steps) {
    this.steps = steps;
  }

  /**
   * What is said of a finished chunk.
   *
   * @param count the candidates that were scored, or stored
   */
  record Finished(String connectorId, int index, long count) {}

  ChunkTask etl(ChunkTask task) {
    return attempt(
        ETL,
        task,
        () -> {
          BatchSteps known = steps.of(task.run());
          Passed passed = known.chunk().etl(task.run(), extracted(task), known.ports().lookups());
          return handedOn(ETL, task, passed);
        });
  }

  ChunkTask filter(ChunkTask task) {
    return attempt(
        FILTER,
        task,
        () -> {
          BatchSteps known = steps.of(task.run());
          Passed passed =
              known
                  .chunk()
                  .filter(
                      task.run(),
                      task.chunk().chunk(),
                      takenUp(ETL, task),
                      known.ports().lookups());
          return handedOn(FILTER, task, passed);
        });
  }

  Finished score(ChunkTask task) {
    return attempt(
        "score",
        task,
        () -> {
          ChunkReport report =
              steps
                  .of(task.run())
                  .chunk()
                  .score(task.run(), task.chunk().chunk(), takenUp(FILTER, task));
          return finished(task, report.scored());
        });
  }

  Finished store(ChunkTask task) {
    return attempt(
        "store",
        task,
        () -> {
          BatchSteps known = steps.of(task.run());
          StageReport stored =
              known
                  .store()
                  .run(
                      task.run(),
                      List.of(task.chunk().chunk()),
                      known.select().selected(task.run()));
          return finished(task, stored.out());
        });
  }

  private static Finished finished(ChunkTask task, long count) {
    return new Finished(task.chunk().connectorId(), task.chunk().index(), count);
  }

  /** The chunk with the locations of its rows, as Extract wrote them down. */
  private Chunk extracted(ChunkTask task) {
    Chunk wanted = task.chunk().chunk();
    return steps.records().extract(task.run().keys()).map(ExtractReport::chunks).stream()
        .flatMap(List::stream)
        .filter(
            chunk ->
                chunk.connectorId().equals(wanted.connectorId()) && chunk.index() == wanted.index())
        .findFirst()
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "run %s has no chunk %d of %s; its chunks are listed in %s"
                        .formatted(
                            task.run().executionId(),
                            wanted.index(),
                            wanted.connectorId(),
                            task.run().keys().extract())));
  }

  private ChunkTask handedOn(String stage, ChunkTask task, Passed passed) {
    steps.handOver().write(task.run().keys(), stage, task.chunk().chunk(), passed);
    return task.with(passed.report());
  }

  private Passed takenUp(String stage, ChunkTask task) {
    return steps.handOver().read(task.run().keys(), stage, task.chunk().chunk(), task.report());
  }

  private <T> T attempt(String stage, ChunkTask task, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      StepException failure = StepException.of(e);
      note(stage, task, failure);
      throw failure;
    }
  }

  private void note(String stage, ChunkTask task, StepException failure) {
    Chunk chunk = task.chunk().chunk();
    try {
      steps
          .records()
          .failed(
              task.run().keys(),
              chunk,
              new ChunkFailure(
                  chunk.connectorId(),
                  chunk.index(),
                  stage,
                  failure.code().name(),
                  failure.getCause().getMessage()));
    } catch (RuntimeException unwritten) {
      failure.addSuppressed(unwritten);
    }
  }
}
