package com.ceap.lambdas.channel;

import com.ceap.storage.Stores;
import java.time.Duration;

/**
 * How deliveries are timed.
 *
 * @param lease how long a reserved message may be under way; must exceed the time after which an
 *     instance that hands over is ended
 * @param messageLife how long messages are kept: as long as sends are on the ledger
 * @param offerLife how long after a message its offer is stated to end, within its candidate's life
 * @param pausePoll how often what is paused looks whether it still is
 * @param candidateReceives at which receive a touch without a candidate is given up: before, its
 *     event may still be on the way to the store
 */
public record DeliverySettings(
    Duration lease,
    Duration messageLife,
    Duration offerLife,
    Duration pausePoll,
    int candidateReceives) {
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(
          Duration.ofMinutes(5), Stores.RETENTION, Duration.ofHours(24), Duration.ofMinutes(1), 3);

  public DeliverySettings {
    if (!lease.isPositive() || !messageLife.isPositive() || !pausePoll.isPositive()) {
      throw new IllegalArgumentException(
          "lease, message life and pause poll must be positive, were %s, %s and %s"
              .formatted(lease, messageLife, pausePoll));
    }
  }
}
