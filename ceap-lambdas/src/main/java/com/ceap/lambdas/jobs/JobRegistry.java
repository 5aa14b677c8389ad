package com.ceap.lambdas.jobs;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs that this place can do, by name. Immutable. */
public final class JobRegistry {
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * A registry of jobs.
   *
   * @throws CeapException EXTENSION_DUPLICATE where two have one name
   */
  public JobRegistry(Collection<Job> all) {
    for (Job job : all) {
      if (jobs.putIfAbsent(job.plan().name(), job) != null) {
        throw new CeapException(
            ErrorCode.EXTENSION_DUPLICATE, "two jobs are called '" + job.plan().name() + "'");
      }
    }
  }

  /** What they are called and when they are due, in the order in which they are done. */
  public List<JobPlan> plans() {
    return jobs.values().stream().map(Job::plan).toList();
  }

  public Optional<Job> find(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /**
   * The job of a name.
   *
   * @throws CeapException ARGUMENT_INVALID with the names that there are
   */
  public Job require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "there is no job '%s'; known are %s"
                        .formatted(name, String.join(", ", jobs.keySet()))));
  }
}
