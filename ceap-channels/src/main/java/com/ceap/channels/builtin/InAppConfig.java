package com.ceap.channels.builtin;

import com.ceap.model.program.Key;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a program says of a section of the app, which asks for its candidates itself. */
public record InAppConfig(
    @Key("The headline of the section.") String sectionName,
    @Key(value = "How many products the section shows at most.", defaultYaml = "10", min = 1)
        int maxProducts,
    @Key(
            value =
                "How old what the app shows may be: \"realtime\", or an ISO 8601 duration such as"
                    + " \"PT15M\".",
            defaultYaml = "realtime")
        String refreshInterval,
    @Key(
            value =
                "What comes first: score (the best score, then the newest), or personalised (scores"
                    + " weighed by what the customer did with the category before).",
            defaultYaml = "score")
        Ranking ranking,
    @Key(
            value = "How many products of one category the section shows at most, at least 1.",
            min = 1)
        Optional<Integer> maxPerCategory) {
  /** What comes first in the section. */
  public enum Ranking {
    SCORE,
    PERSONALISED
  }

  private static final String REALTIME = "realtime";

  public InAppConfig {
    Check.text("sectionName", sectionName);
    Check.atLeast("maxProducts", 1, maxProducts);
    maxPerCategory.ifPresent(most -> Check.atLeast("maxPerCategory", 1, most));
    parse(refreshInterval);
  }

  /** How old what the app shows may be; empty where it asks each time. */
  public Optional<Duration> refresh() {
    return parse(refreshInterval);
  }

  private static Optional<Duration> parse(String text) {
    if (text.equals(REALTIME)) {
      return Optional.empty();
    }
    try {
      Duration interval = Duration.parse(text);
      if (interval.isPositive()) {
        return Optional.of(interval);
      }
      throw unreadable(text, null);
    } catch (DateTimeParseException e) {
      throw unreadable(text, e);
    }
  }

  private static IllegalArgumentException unreadable(String text, Exception cause) {
    return new IllegalArgumentException(
        "refreshInterval must be \"realtime\" or a positive ISO 8601 duration such as \"PT15M\", was \""
            + text
            + "\"",
        cause);
  }
}
