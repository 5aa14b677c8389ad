package com.ceap.lambdas.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as events give them. */
final class EventTime {
  private static final String FORM = "0000-00-00T00:00:00";
  private static final int MOST_DIGITS = 9;

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
    int end = text.length() - 1;
    if (end < FORM.length() || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      char c = text.charAt(i);
      if (form == '0' ? !isDigit(c) : c != form) {
        return false;
      }
    }
    return end == FORM.length() || isFraction(text, end);
  }

  /** Publishers written in JavaScript give milliseconds. */
  private static boolean isFraction(String text, int end) {
    int from = FORM.length() + 1;
    if (text.charAt(from - 1) != '.' || end == from || end - from > MOST_DIGITS) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Instant plain(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text));
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int nanos(String text) {
    int from = FORM.length() + 1;
    int end = text.length() - 1;
    int nanos = from < end ? number(text, from, end) : 0;
    for (int digits = end - from; digits < MOST_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
