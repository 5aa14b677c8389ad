package com.ceap.connectors.aws;

import java.time.Duration;

/** Waits between two looks at a query; injected so that tests need not wait. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @throws InterruptedException where the thread should end
   */
  void sleep(Duration duration) throws InterruptedException;
}
