package com.ceap.local.jobs;

import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportCleanup;
import com.ceap.lambdas.export.ExportJob;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.report.DailyFigures;
import com.ceap.lambdas.report.PublishedSources;
import com.ceap.lambdas.report.jobs.DailyMetricsJob;
import com.ceap.lambdas.report.jobs.ReportJob;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.storage.table.ChangeFeed;
import java.util.ArrayList;
import java.util.List;

/** Wires the jobs of one machine, in the order in which those of one moment are done. */
public final class JobWiring {
  private JobWiring() {}

  /** What there is. */
  public static JobRegistry registry(LocalPlatform platform) {
    DailyFigures figures = LocalFigures.of(platform);
    List<Job> jobs = new ArrayList<>();
    jobs.add(new LocalBatchJob(platform));
    jobs.add(new CartExpiry(platform.stores()));
    jobs.addAll(
        ReportJob.all(
            figures,
            LocalFigures.metrics(platform),
            platform.objects(),
            new PublishedSources(platform.objects())::of));
    jobs.add(new DailyMetricsJob(figures, Measurements.NONE));
    jobs.add(new LocalCleanup(platform));
    jobs.add(
        new ExportCleanup(
            platform.stores().erasures().log(),
            platform.objects(),
            platform.scratch(),
            ExportLimits.DEFAULT,
            Measurements.NONE));
    jobs.add(new RetrainJob(platform));
    jobs.add(new ExportJob(export(platform), Measurements.NONE));
    return new JobRegistry(jobs);
  }

  /** Where the store keeps no changes, that is said when they are asked for. */
  private static DailyExport export(LocalPlatform platform) {
    ChangeFeed feed =
        (table, from, to, action) -> platform.changes().forEach(table, from, to, action);
    return new DailyExport(feed, platform.objects(), platform.scratch(), ExportLimits.DEFAULT);
  }
}
