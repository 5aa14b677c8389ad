package com.ceap.local.clock;

import java.time.Instant;

/** By what a data folder's time goes. */
public sealed interface ClockState {

  /** By the machine's clock. */
  record OfSystem() implements ClockState {}

  /**
   * By a clock that stands still until it is advanced.
   *
   * @param now its time
   * @param target where it is being advanced to, stopping at each moment at which work is due; at
   *     {@code now} or later
   */
  record Manual(Instant now, Instant target) implements ClockState {
    public Manual {
      if (target.isBefore(now)) {
        throw new IllegalArgumentException("a clock's target " + target + " is before its " + now);
      }
    }

    /** Whether it is not yet where it is to go. */
    public boolean advancing() {
      return target.isAfter(now);
    }
  }

  /** What a person types and reads. */
  default String mode() {
    return switch (this) {
      case OfSystem _ -> "system";
      case Manual _ -> "manual";
    };
  }
}
