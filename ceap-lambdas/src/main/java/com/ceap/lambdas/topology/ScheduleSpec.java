package com.ceap.lambdas.topology;

/**
 * A job that runs by the clock; what cannot be started goes to dead letters.
 *
 * @param job its name, {@link JobNames}
 * @param expression EventBridge's, in UTC
 * @param programs for which programs, each with a schedule of its own
 * @param function what is called, with {@code {"job": …, "programId": …}}
 */
public record ScheduleSpec(
    String job, String expression, Programs programs, FunctionName function) {
  /** Which programs a job is for. */
  public enum Programs {
    EVERY,
    /** Those with data connectors. */
    OF_BATCHES,
    /** Those with event sources. */
    OF_JOURNEYS,
    /** Those with scoring models. */
    WITH_MODELS,
    /** None: once for the platform. */
    NONE
  }
}
