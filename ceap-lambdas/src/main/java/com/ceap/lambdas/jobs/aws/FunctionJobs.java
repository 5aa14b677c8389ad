package com.ceap.lambdas.jobs.aws;

import com.ceap.lambdas.changes.ObjectChangeFeed;
import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.cleanup.CleanupVerification;
import com.ceap.lambdas.report.DailyFigures;
import com.ceap.lambdas.report.MetricsStore;
import com.ceap.lambdas.report.PublishedSources;
import com.ceap.lambdas.report.jobs.DailyMetricsJob;
import com.ceap.lambdas.report.jobs.ReportJob;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.storage.Leftovers;
import java.util.ArrayList;
import java.util.List;

/** The jobs that the function does. Runs are begun by their schedules, not by it. */
final class FunctionJobs {
  private FunctionJobs() {}

  static JobRegistry of(FunctionPlace place) {
    MetricsStore metrics = new MetricsStore(place.objects());
    DailyFigures figures =
        new DailyFigures(
            new ObjectChangeFeed(place.objects(), place.clock()), place.stores().runs(), metrics);
    List<Job> jobs = new ArrayList<>();
    jobs.add(new CartExpiry(place.stores()));
    jobs.addAll(
        ReportJob.all(
            figures, metrics, place.objects(), new PublishedSources(place.objects())::of));
    jobs.add(new DailyMetricsJob(figures, place.measurements()));
    jobs.add(
        new CleanupVerification(
            place.stores(), new Leftovers(place.sample()), place.measurements()));
    return new JobRegistry(jobs);
  }
}
