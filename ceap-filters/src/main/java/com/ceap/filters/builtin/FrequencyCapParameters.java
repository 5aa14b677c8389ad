package com.ceap.filters.builtin;

import com.ceap.model.program.Key;
import java.time.Duration;
import java.util.Optional;

/** What the filter {@code frequency-cap} must be told. */
public record FrequencyCapParameters(
    @Key("The channel, by id or type, whose messages count; unless given, those of all channels.")
        Optional<String> channel,
    @Key(value = "How many messages a customer may get within the window, at least 1.", min = 1)
        int max,
    @Key(
            value = "The length of the rolling window in hours, at least 1; not beside windowDays.",
            min = 1)
        Optional<Integer> windowHours,
    @Key(
            value =
                "The length of the rolling window in days of 24 hours; 7 where no window is given.",
            min = 1)
        Optional<Integer> windowDays) {
  private static final Duration WEEK = Duration.ofDays(7);

  public FrequencyCapParameters {
    atLeastOne("max", max);
    windowHours.ifPresent(hours -> atLeastOne("windowHours", hours));
    windowDays.ifPresent(days -> atLeastOne("windowDays", days));
    if (windowHours.isPresent() && windowDays.isPresent()) {
      throw new IllegalArgumentException(
          "windowHours %d and windowDays %d are both given; keep one of them"
              .formatted(windowHours.get(), windowDays.get()));
    }
  }

  /** The length of the rolling window. */
  public Duration window() {
    return windowHours
        .map(Duration::ofHours)
        .or(() -> windowDays.map(Duration::ofDays))
        .orElse(WEEK);
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be at least 1, was " + value);
    }
  }
}
