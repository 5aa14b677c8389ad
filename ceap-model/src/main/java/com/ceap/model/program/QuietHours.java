package com.ceap.model.program;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Hours of local time in which nothing is pushed; they may span midnight. */
public record QuietHours(
    @Key("When they begin, local time, \"HH:mm\".") LocalTime from,
    @Key("When they end, local time, \"HH:mm\"; messages go out from here on.") LocalTime to) {
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "quiet hours from %s to %s would be none or all; give two different times"
              .formatted(from, to));
    }
  }

  /** The first moment from {@code now} on at which a message may go out. */
  public Instant next(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (!covers(local.toLocalTime())) {
      return now;
    }
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }

  private boolean covers(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
