package com.ceap.serving.metrics;

import java.time.Duration;

/**
 * Is told what serving does, as it happens. Nothing it is told says anything about a person.
 * Thread-safe; must neither throw nor wait.
 */
public interface ServingMetrics {
  /**
   * A request was answered.
   *
   * @param route method and template, such as {@code GET /v1/customers/{customerId}/candidates}
   */
  void answered(String route, int status, Duration elapsed);

  /** So many candidates were shown. */
  void shown(int candidates);

  /**
   * So many look-ups in one of the function's caches.
   *
   * @param cache {@code products} or {@code verdicts}
   * @param hits those that needed no call
   */
  void looked(String cache, int hits, int misses);

  /**
   * An answer did without something.
   *
   * @param reason what it did without
   * @param cause what failed
   */
  void degraded(Degradation reason, Exception cause);

  /** So many candidates were found no longer eligible and were marked as expired. */
  void expired(int candidates);

  /** An error that no caller has caused. */
  void failed(String route, Exception cause);
}
