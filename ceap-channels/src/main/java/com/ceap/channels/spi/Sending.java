package com.ceap.channels.spi;

import com.ceap.model.program.Key;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When the messages of a channel go out and to whom: at a time of day, after a delay counted from
 * the event, or at that time of day once the delay is over. What every {@link PushedChannel} may be
 * told.
 */
public record Sending(
    @Key("The time of day messages go out, \"HH:mm\"; unless given, any time will do.")
        Optional<String> sendTime,
    @Key(
            value =
                "The time zone of sendTime: \"local\" for the customer's own, or a zone id such as"
                    + " \"Europe/Berlin\".",
            defaultYaml = LOCAL)
        String timezone,
    @Key(value = "How many minutes after the event the message goes out; delays add up.", min = 0)
        Optional<Integer> delayMinutes,
    @Key(value = "How many hours after the event the message goes out; delays add up.", min = 0)
        Optional<Integer> delayHours,
    @Key(
            value =
                "How many days of 24 hours after the event the message goes out; delays add up.",
            min = 0)
        Optional<Integer> delayDays,
    @Key(
            value = "Whether the message is left out once an earlier one led to a purchase.",
            defaultYaml = "false")
        boolean onlyIfNotConverted,
    @Key(
            value = "The lowest score that a campaign addresses, 0 to 1.",
            defaultYaml = "0.6",
            min = 0,
            max = 1)
        double minScore,
    @Key(
            value = "How many messages one campaign sends at most, the best scores first.",
            defaultYaml = "50000",
            min = 1)
        int limit) {
  /** Stands for the customer's own time zone, or the marketplace's where the profile has none. */
  private static final String LOCAL = "local";

  public Sending {
    sendTime.ifPresent(Sending::parseTime);
    if (!timezone.equals(LOCAL)) {
      parseZone(timezone);
    }
    delayMinutes.ifPresent(value -> requireAtLeast("delayMinutes", 0, value));
    delayHours.ifPresent(value -> requireAtLeast("delayHours", 0, value));
    delayDays.ifPresent(value -> requireAtLeast("delayDays", 0, value));
    if (!(minScore >= 0 && minScore <= 1)) {
      throw new IllegalArgumentException("minScore must lie in 0..1, was " + minScore);
    }
    requireAtLeast("limit", 1, limit);
  }

  /** The local time of day; empty where the channel sends at any time. */
  public Optional<LocalTime> timeOfDay() {
    return sendTime.map(Sending::parseTime);
  }

  /** The time zone of {@link #timeOfDay()}; empty for each customer's own. */
  public Optional<ZoneId> zone() {
    return timezone.equals(LOCAL) ? Optional.empty() : Optional.of(parseZone(timezone));
  }

  /** The sum of days of 24 hours, hours and minutes; zero where none is given. */
  public Duration delay() {
    return Duration.ofDays(delayDays.orElse(0))
        .plusHours(delayHours.orElse(0))
        .plusMinutes(delayMinutes.orElse(0));
  }

  private static void requireAtLeast(String key, int min, int value) {
    if (value < min) {
      throw new IllegalArgumentException(key + " must be at least " + min + ", was " + value);
    }
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
