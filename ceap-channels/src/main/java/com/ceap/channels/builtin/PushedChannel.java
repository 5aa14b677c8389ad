package com.ceap.channels.builtin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a message goes out on a channel that comes to the customer: at a time of day, after a delay
 * counted from the event, or at that time of day once the delay is over.
 */
public sealed interface PushedChannel permits EmailConfig, SmsConfig, PushConfig {
  /** Stands for the customer's own time zone, or the marketplace's where the profile has none. */
  String LOCAL = "local";

  Optional<String> sendTime();

  String timezone();

  Optional<Integer> delayMinutes();

  Optional<Integer> delayHours();

  Optional<Integer> delayDays();

  boolean onlyIfNotConverted();

  /** The lowest score that a campaign addresses, 0 to 1. */
  double minScore();

  /** How many messages one campaign sends at most. */
  int limit();

  /** The local time of day; empty where the channel sends at any time. */
  default Optional<LocalTime> timeOfDay() {
    return sendTime().map(PushedChannel::parseTime);
  }

  /** The time zone of {@link #timeOfDay()}; empty for each customer's own. */
  default Optional<ZoneId> zone() {
    return timezone().equals(LOCAL) ? Optional.empty() : Optional.of(parseZone(timezone()));
  }

  /** The sum of days of 24 hours, hours and minutes; zero where none is given. */
  default Duration delay() {
    return Duration.ofDays(delayDays().orElse(0))
        .plusHours(delayHours().orElse(0))
        .plusMinutes(delayMinutes().orElse(0));
  }

  /**
   * The checks that every such channel's configuration makes of itself.
   *
   * @throws IllegalArgumentException with what is wrong and what would be right
   */
  static void check(
      Optional<String> sendTime,
      String timezone,
      Optional<Integer> delayMinutes,
      Optional<Integer> delayHours,
      Optional<Integer> delayDays,
      double minScore,
      int limit) {
    sendTime.ifPresent(PushedChannel::parseTime);
    if (!timezone.equals(LOCAL)) {
      parseZone(timezone);
    }
    delayMinutes.ifPresent(value -> Check.atLeast("delayMinutes", 0, value));
    delayHours.ifPresent(value -> Check.atLeast("delayHours", 0, value));
    delayDays.ifPresent(value -> Check.atLeast("delayDays", 0, value));
    Check.unitInterval("minScore", minScore);
    Check.atLeast("limit", 1, limit);
  }

  private static LocalTime parseTime(String text) {
    if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      throw new IllegalArgumentException(
          "sendTime must be a time of day from \"00:00\" to \"23:59\", such as \"10:00\", was \""
              + text
              + "\"");
    }
    return LocalTime.parse(text);
  }

  private static ZoneId parseZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timezone must be \"local\" or a zone such as \"Europe/Berlin\", was \"" + text + "\"",
          e);
    }
  }
}
