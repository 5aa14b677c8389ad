package com.ceap.lambdas.jobs.cleanup;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Leftovers;
import com.ceap.storage.Stores;
import com.ceap.storage.table.ChangeFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks weekly whether what should be gone is gone. It never reads a whole table: of each it looks
 * at {@value #SAMPLE} items at random places, of erased customers at {@value #CUSTOMERS}. A share
 * of 0.05 % that is overdue is found with 99 %. What is left of erased customers is erased again.
 */
public final class CleanupVerification implements Job {
  /** DynamoDB deletes within a few days; on one machine the change feed is to remember them. */
  public static final Duration GRACE = Duration.ofDays(ChangeFeed.DAYS + 1L);

  static final int SAMPLE = 10_000;
  static final int CUSTOMERS = 1_000;

  private final Stores stores;
  private final Leftovers leftovers;
  private final Measurements measurements;

  /**
   * The job.
   *
   * @param leftovers in a sample of the same tables
   */
  public CleanupVerification(Stores stores, Leftovers leftovers, Measurements measurements) {
    this.stores = stores;
    this.leftovers = leftovers;
    this.measurements = measurements;
  }

  @Override
  public JobPlan plan() {
    return Timetable.CLEANUP_VERIFICATION;
  }

  @Override
  public JobResult run(JobRun run) {
    List<Finding> findings = new ArrayList<>(tables(run.slot()));
    findings.add(erased(stores.erasures().log().all()));
    measure(findings);
    return new JobResult.Done(text(findings));
  }

  private List<Finding> tables(Instant slot) {
    Instant expired = slot.minus(GRACE);
    Instant oldest = expired.minus(Stores.RETENTION);
    return CeapTables.ALL.stream()
        .map(table -> leftovers.in(table, SAMPLE, expired, oldest))
        .map(found -> new Finding(found.table(), found.items(), found.looked(), found.overdue()))
        .toList();
  }

  private Finding erased(Map<String, Instant> erased) {
    List<Map.Entry<String, Instant>> some = new ArrayList<>(erased.entrySet());
    Collections.shuffle(some);
    TreeMap<String, Long> left = new TreeMap<>();
    for (Map.Entry<String, Instant> customer : some.subList(0, Math.min(CUSTOMERS, some.size()))) {
      int items = stores.erasures().leftOf(customer.getKey());
      if (items > 0) {
        left.merge("items erased again", (long) items, Long::sum);
        var _ = stores.erasures().erase(customer.getKey(), customer.getValue());
      }
    }
    return new Finding(Place.ERASED, erased.size(), Math.min(CUSTOMERS, some.size()), left);
  }

  private void measure(List<Finding> findings) {
    List<Measurement> all = new ArrayList<>();
    findings.forEach(
        finding -> all.add(Metric.OVERDUE.of((double) finding.count(), finding.place())));
    double sum = findings.stream().mapToLong(Finding::count).sum();
    all.add(Metric.OVERDUE.of(sum, Place.ALL));
    measurements.put(all);
  }

  private static String text(List<Finding> findings) {
    List<Finding> overdue = findings.stream().filter(found -> found.count() > 0).toList();
    if (!overdue.isEmpty()) {
      return "overdue in " + overdue.stream().map(Finding::text).collect(Collectors.joining("; "));
    }
    long looked = findings.stream().mapToLong(Finding::looked).sum();
    long all = findings.stream().mapToLong(Finding::all).sum();
    return String.format(
        Locale.ROOT, "nothing is overdue; looked at %,d of about %,d", looked, all);
  }
}
