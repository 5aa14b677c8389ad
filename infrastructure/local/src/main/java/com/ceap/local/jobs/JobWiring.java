package com.ceap.local.jobs;

import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportJob;
import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.ArrayList;
import java.util.List;

/** Wires the jobs of one machine, in the order in which those of one moment are done. */
public final class JobWiring {
  private JobWiring() {}

  /** What there is, for the programs as they are published. */
  public static JobRegistry registry(LocalPlatform platform, PublishedPrograms programs) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(new LocalBatchJob(platform));
    jobs.add(new CartExpiry(platform.stores()));
    jobs.add(new RetrainJob(platform));
    platform
        .changes()
        .map(feed -> new DailyExport(feed, platform.objects(), platform.scratch()))
        .ifPresent(export -> jobs.add(new ExportJob(export)));
    return new JobRegistry(jobs);
  }
}
