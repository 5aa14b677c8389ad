package com.ceap.local.jobs;

import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.runtime.programs.PublishedPrograms;
import java.util.List;

/** Wires the jobs of one machine, in the order in which those of one moment are done. */
public final class JobWiring {
  private JobWiring() {}

  /** What there is, for the programs as they are published. */
  public static JobRegistry registry(LocalPlatform platform, PublishedPrograms programs) {
    return new JobRegistry(List.of(new LocalBatchJob(platform), new CartExpiry(platform.stores())));
  }
}
