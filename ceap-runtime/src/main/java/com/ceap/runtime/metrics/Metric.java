package com.ceap.runtime.metrics;

import static com.ceap.runtime.metrics.Dimension.CACHE;
import static com.ceap.runtime.metrics.Dimension.CHANNEL;
import static com.ceap.runtime.metrics.Dimension.CODE;
import static com.ceap.runtime.metrics.Dimension.FILTER;
import static com.ceap.runtime.metrics.Dimension.ORIGIN;
import static com.ceap.runtime.metrics.Dimension.PROGRAM;
import static com.ceap.runtime.metrics.Dimension.REASON;
import static com.ceap.runtime.metrics.Dimension.ROUTE;
import static com.ceap.runtime.metrics.Dimension.STAGE;
import static com.ceap.runtime.metrics.Dimension.STATUS;
import static com.ceap.runtime.metrics.Dimension.TABLE;
import static com.ceap.runtime.metrics.MetricUnit.COUNT;
import static com.ceap.runtime.metrics.MetricUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.List;

/**
 * Every metric of the platform; dashboards and alarms are built from these. Each is written with
 * the dimension Environment and its own ones, all of them together.
 */
public enum Metric {
  /** Records, candidates or events that came into a stage. */
  STAGE_IN("StageIn", COUNT, PROGRAM, STAGE),
  /** Those that left it. */
  STAGE_OUT("StageOut", COUNT, PROGRAM, STAGE),
  /** How long a stage worked on one chunk or one batch of messages. */
  STAGE_TIME("StageTime", MILLISECONDS, PROGRAM, STAGE),
  /** Records that could not be read. */
  RECORDS_REJECTED("RecordsRejected", COUNT, PROGRAM, REASON),
  /** Candidates that a filter turned away. */
  REJECTED("Rejected", COUNT, PROGRAM, FILTER, REASON),
  /** Records or events that were decided before. */
  DUPLICATES("Duplicates", COUNT, PROGRAM, STAGE),
  /** Scores by where they come from; its cache's hit rate is one of them over all. */
  SCORES("Scores", COUNT, PROGRAM, ORIGIN),
  /** Age of the newest record of a run's source when the run's business date is over, UTC. */
  SOURCE_AGE("SourceAge", MILLISECONDS, PROGRAM),
  /** Runs that ended COMPLETE. */
  RUNS_COMPLETE("RunsComplete", COUNT, PROGRAM),
  /** Runs that ended FAILED. */
  RUNS_FAILED("RunsFailed", COUNT, PROGRAM),

  /** Messages that a provider took. */
  SENT("Sent", COUNT, PROGRAM, CHANNEL),
  /** Messages that would have been sent, had their channel not been in shadow mode. */
  SHADOWED("Shadowed", COUNT, PROGRAM, CHANNEL),
  /** Messages that were turned away. */
  SUPPRESSED("Suppressed", COUNT, PROGRAM, CHANNEL, REASON),
  /** Messages that a provider refused. */
  FAILED("Failed", COUNT, PROGRAM, CHANNEL, REASON),
  /** Messages of which nobody knows whether they went out. */
  UNKNOWN("Unknown", COUNT, PROGRAM, CHANNEL),
  /** Messages that reached their recipient, as the provider says. */
  DELIVERED("Delivered", COUNT, PROGRAM, CHANNEL),
  OPENED("Opened", COUNT, PROGRAM, CHANNEL),
  CLICKED("Clicked", COUNT, PROGRAM, CHANNEL),
  BOUNCED("Bounced", COUNT, PROGRAM, CHANNEL),
  COMPLAINED("Complained", COUNT, PROGRAM, CHANNEL),
  /** Candidates that an order converted. */
  CONVERTED("Converted", COUNT, PROGRAM),
  /** Candidates whose journey an event ended without a purchase. */
  EXITED("Exited", COUNT, PROGRAM),
  /** Messages that went out on a day, as its figures say in the evening. */
  DAY_SENT("DaySent", COUNT, PROGRAM, CHANNEL),
  /** Those of them that a person has opened by then. */
  DAY_OPENED("DayOpened", COUNT, PROGRAM, CHANNEL),
  /** Candidates that apps have shown on a day, each once. */
  DAY_SHOWN("DayShown", COUNT, PROGRAM, CHANNEL),
  /** Messages whose link a person has followed, and shown candidates that were. */
  DAY_CLICKED("DayClicked", COUNT, PROGRAM, CHANNEL),
  /** Orders to their credit; of channel none those that nothing led to. */
  DAY_ORDERS("DayOrders", COUNT, PROGRAM, CHANNEL),

  /** Days whose export was written whole; nothing for a day is an export that is missing. */
  DAYS_EXPORTED("DaysExported", COUNT),
  /** Rows of such a day, of all tables and programs. */
  ROWS_EXPORTED("RowsExported", COUNT),

  /** Messages of queues that wait for a next try, by error. */
  RETRIED("Retried", COUNT, STAGE, CODE),
  /** Messages of queues that went to the dead letters, by error. */
  DEAD("Dead", COUNT, STAGE, CODE),
  /** Events and candidates from before their customer was erased, of which nothing was kept. */
  FORGOTTEN("Forgotten", COUNT, STAGE),
  /** Items that should be gone, of those that the weekly look has seen. */
  OVERDUE("Overdue", COUNT, TABLE),
  /** A look at a program's pointer that found a version nobody can read. */
  PROGRAM_UNREADABLE("ProgramUnreadable", COUNT, PROGRAM),
  /** A look at programs, templates or secrets that failed; what was known goes on. */
  REFRESH_FAILED("RefreshFailed", COUNT, REASON),

  /** Requests to the serving API. */
  API_REQUESTS("ApiRequests", COUNT, ROUTE, STATUS),
  /** How long the serving API took to answer. */
  API_TIME("ApiTime", MILLISECONDS, ROUTE),
  /** Candidates that the serving API showed. */
  API_SHOWN("ApiShown", COUNT),
  /** Candidates that serving found no longer eligible. */
  API_EXPIRED("ApiExpired", COUNT),
  /** Errors that no caller of the serving API has caused. */
  API_FAILED("ApiFailed", COUNT, ROUTE),
  /** Answers that went without something. */
  API_DEGRADED("ApiDegraded", COUNT, REASON),
  CACHE_HITS("CacheHits", COUNT, CACHE),
  CACHE_MISSES("CacheMisses", COUNT, CACHE);

  /** Of every metric. */
  public static final String NAMESPACE = "CEAP";

  private final String label;
  private final MetricUnit unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Dimension> dimensions;

  Metric(String label, MetricUnit unit, Dimension... dimensions) {
    this.label = label;
    this.unit = unit;
    this.dimensions = List.of(dimensions);
  }

  /** As CloudWatch has it. */
  public String label() {
    return label;
  }

  public MetricUnit unit() {
    return unit;
  }

  /** What it is told apart by, besides the environment. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** What it is told apart by, as CloudWatch has it: the environment first. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(Dimension.ENVIRONMENT.label()));
    dimensions.forEach(dimension -> labels.add(dimension.label()));
    return List.copyOf(labels);
  }

  /**
   * A measurement of it.
   *
   * @param values of its dimensions, in their order
   */
  public Measurement of(double value, String... values) {
    return new Measurement(this, List.of(values), value);
  }
}
