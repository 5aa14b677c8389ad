package com.ceap.lambdas.jobs;

/** How a job ended that has not failed. */
public sealed interface JobResult {
  /** A sentence for people, without personal data. */
  String text();

  /** It was done. */
  record Done(String text) implements JobResult {}

  /** There was nothing to do it on. */
  record Skipped(String text) implements JobResult {}
}
