package com.ceap.local.run;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.lambdas.batch.BatchPlace;
import com.ceap.lambdas.batch.DecisionPorts;
import com.ceap.lambdas.batch.HandOver;
import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.RunRequest;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.warehouse.DuckDbLimits;
import com.ceap.local.warehouse.DuckDbWarehouse;
import com.ceap.model.program.Program;
import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Runs programs on a folder of tables, with the platform's state in its data folder. */
public final class LocalBatch {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

  private final LocalPlatform platform;
  private final ModelEndpoints endpoints;
  private final int threads;
  private final DuckDbLimits limits;

  /**
   * Runs on a platform.
   *
   * @param endpoints the models behind {@code sagemaker://}
   * @param threads how many chunks are worked on at a time
   */
  public LocalBatch(LocalPlatform platform, ModelEndpoints endpoints, int threads) {
    this(platform, endpoints, threads, DuckDbLimits.DEFAULT);
  }

  /** As the other, with limits of the caller's choice for the warehouse. */
  public LocalBatch(
      LocalPlatform platform, ModelEndpoints endpoints, int threads, DuckDbLimits limits) {
    this.platform = platform;
    this.endpoints = endpoints;
    this.threads = threads;
    this.limits = limits;
  }

  /** Runs with the platform's own models, on every processor there is. */
  public static LocalBatch on(LocalPlatform platform) {
    return new LocalBatch(
        platform,
        new LazyModels(platform.data().models()),
        Runtime.getRuntime().availableProcessors());
  }

  /** How a run is done. */
  public enum Mode {
    /** Stages hand over in memory. */
    FUSED,
    /** Stages hand over objects, as the functions on AWS do. */
    STAGED
  }

  /**
   * Runs a program to its end.
   *
   * @throws com.ceap.model.error.CeapException WAREHOUSE_MISSING, PROGRAM_INVALID, MODEL_MISSING
   */
  public RunSummary run(
      Program program,
      Path warehouse,
      LocalDate date,
      boolean dryRun,
      Mode mode,
      Progress progress) {
    RunRequest request = new RunRequest(date, executionId(date), dryRun);
    Path scratch = scratch();
    try (DuckDbWarehouse tables = DuckDbWarehouse.open(warehouse, scratch, limits)) {
      return place(tables).prepare(program, dryRun, handOver(mode), progress).run(request);
    }
  }

  /**
   * Works on what is missing of a run, on the same tables.
   *
   * @throws com.ceap.model.error.CeapException as {@link #run}
   */
  public RunSummary rerun(Program program, RunTicket run, Path warehouse, Progress progress) {
    try (DuckDbWarehouse tables = DuckDbWarehouse.open(warehouse, scratch(), limits)) {
      return place(tables)
          .prepare(program, run.dryRun(), handOver(Mode.FUSED), progress)
          .rerun(run);
    }
  }

  private BatchPlace place(DuckDbWarehouse tables) {
    Stores stores = platform.stores();
    return new BatchPlace(
        platform.registries(),
        new ConnectorEnvironment(tables),
        new ScoringEnvironment(endpoints),
        new DecisionPorts(
            stores.customers(),
            stores.products(),
            stores.ledgers(),
            stores.features(),
            stores.scores()),
        stores.candidates(),
        stores.runs(),
        stores.erasures().log(),
        platform.objects(),
        platform.clock(),
        threads);
  }

  private HandOver handOver(Mode mode) {
    return switch (mode) {
      case FUSED -> new HandOver.InMemory();
      case STAGED -> new HandOver.ThroughObjects(new CandidateObjects(platform.objects()));
    };
  }

  /** Sorts by the moment of the start. */
  private String executionId(LocalDate date) {
    Instant now = platform.clock().instant();
    return START.format(now) + "-" + date;
  }

  private Path scratch() {
    try {
      return Files.createDirectories(platform.data().scratch());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + platform.data().scratch(), e);
    }
  }
}
