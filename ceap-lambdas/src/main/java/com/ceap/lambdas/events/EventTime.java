package com.ceap.lambdas.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as events give them. */
final class EventTime {
  private static final String FORM = "0000-00-00T00:00:00Z";

  private EventTime() {}

  /**
   * Reads a time as in ISO 8601, with seconds and offset.
   *
   * @throws DateTimeException where it is none
   */
  static Instant parse(String text) {
    // Nearly all have this form, and a formatter takes ten times as long.
    if (isPlain(text)) {
      try {
        return plain(text);
      } catch (DateTimeException _) {
        // Leap seconds, and midnight as the 24th hour, are the formatter's business.
        return Instant.parse(text);
      }
    }
    return Instant.parse(text);
  }

  private static boolean isPlain(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      char c = text.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19));
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
