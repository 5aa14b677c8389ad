package com.ceap.lambdas.journey.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A moment as EventBridge Scheduler takes it: {@code at(yyyy-mm-ddThh:mm:ss)}, in UTC. */
final class AtExpression {
  /**
   * A moment that has passed is refused, so the nearest that is taken lies beyond the time a
   * request needs with all its retries, and a clock that is a little late.
   */
  static final Duration LEAD = EventBridgeScheduler.TIMEOUT.plusSeconds(20);

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("'at('uuuu-MM-dd'T'HH:mm:ss')'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AtExpression() {}

  /** The moment, or the next one that is taken; whole seconds, never earlier than asked for. */
  static String of(Instant at, Instant now) {
    Instant earliest = now.plus(LEAD);
    Instant due = at.isBefore(earliest) ? earliest : at;
    Instant second = due.truncatedTo(ChronoUnit.SECONDS);
    return AT.format(second.equals(due) ? second : second.plusSeconds(1));
  }
}
