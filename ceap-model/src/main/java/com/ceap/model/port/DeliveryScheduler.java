package com.ceap.model.port;

import com.ceap.model.DueTouch;
import java.time.Instant;

/** Brings a touch to its channel's queue when it is due, at least once. Thread-safe. */
@FunctionalInterface
public interface DeliveryScheduler {
  /**
   * Schedules a touch under its own name; one that is scheduled already stays as it is. A time that
   * has passed means now.
   *
   * @param channelType whose queue it goes to
   * @throws com.ceap.model.error.CeapException SCHEDULER_UNAVAILABLE, STORE_THROTTLED,
   *     STORE_UNAVAILABLE
   */
  void schedule(DueTouch touch, String channelType, Instant at);
}
