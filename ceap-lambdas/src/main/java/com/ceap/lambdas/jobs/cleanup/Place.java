package com.ceap.lambdas.jobs.cleanup;

/** What the metric tells of besides the tables, which it calls by their names. */
public final class Place {
  public static final String ERASED = "erased-customers";
  public static final String EXPORTS = "exports";

  /** All of them together. */
  public static final String ALL = "all";

  private Place() {}
}
