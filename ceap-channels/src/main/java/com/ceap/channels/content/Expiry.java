package com.ceap.channels.content;

import com.ceap.channels.text.Placeholder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** When an offer ends, in words. */
final class Expiry {
  private static final int LEAST_HOURS = 2;
  private static final int MOST_HOURS = 48;
  private static final int HOURS_OF_A_DAY = 24;

  private Expiry() {}

  /**
   * The moment itself, and how far it is: in hours up to two days, in days beyond. Rounded, since a
   * message that is sent a minute late has no other offer. One hour is said by the moment alone, so
   * that no text needs a singular.
   */
  static Map<Placeholder, String> of(Instant now, Instant expires, Reader reader) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.EXPIRES_AT, reader.moment(expires));
    long hours = Math.round(Duration.between(now, expires).toMinutes() / 60.0);
    if (hours > MOST_HOURS) {
      long days = Math.round((double) hours / HOURS_OF_A_DAY);
      values.put(Placeholder.EXPIRES_IN_DAYS, Long.toString(days));
    } else if (hours >= LEAST_HOURS) {
      values.put(Placeholder.EXPIRES_IN_HOURS, Long.toString(hours));
    }
    return values;
  }
}
