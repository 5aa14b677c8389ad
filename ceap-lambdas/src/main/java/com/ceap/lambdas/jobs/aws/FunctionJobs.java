package com.ceap.lambdas.jobs.aws;

import com.ceap.lambdas.jobs.CartExpiry;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import java.util.List;

/** The jobs that the function does. Runs are begun by their schedules, not by it. */
final class FunctionJobs {
  private FunctionJobs() {}

  static JobRegistry of(FunctionPlace place) {
    return new JobRegistry(List.of(new CartExpiry(place.stores())));
  }
}
