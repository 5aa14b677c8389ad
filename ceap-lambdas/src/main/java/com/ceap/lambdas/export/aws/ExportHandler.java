package com.ceap.lambdas.export.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.ceap.lambdas.changes.ObjectChangeFeed;
import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportCleanup;
import com.ceap.lambdas.export.ExportJob;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ScratchFolder;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.JobRunner;
import com.ceap.lambdas.jobs.aws.JobHandler;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Does the jobs {@code export}, out of what streams have told, and {@code export-cleanup}. A
 * function of its own, since it alone carries the library that writes Parquet, and needs space.
 * DuckDB is opened by the first call.
 */
public final class ExportHandler
    implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final JobHandler jobs;

  /** As the environment says. */
  public ExportHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  private ExportHandler(FunctionPlace place) {
    Path scratch =
        ScratchFolder.fresh(Path.of(System.getProperty("java.io.tmpdir"), "ceap-export"));
    ExportLimits limits =
        place.settings().memoryMb().map(ExportLimits::ofFunction).orElse(ExportLimits.DEFAULT);
    DailyExport export =
        new DailyExport(
            new ObjectChangeFeed(place.objects(), place.clock()), place.objects(), scratch, limits);
    ExportCleanup cleanup =
        new ExportCleanup(
            place.stores().erasures().log(),
            place.objects(),
            scratch,
            limits,
            place.measurements());
    this.jobs =
        new JobHandler(
            new JobRegistry(List.of(new ExportJob(export, place.measurements()), cleanup)),
            place.programs(),
            new JobRunner(place.stores().jobs(), place.clock()),
            place.clock());
  }

  /** As {@link JobHandler}. */
  @Override
  public Map<String, String> handleRequest(Map<String, String> input, Context context) {
    return jobs.handleRequest(input, context);
  }
}
