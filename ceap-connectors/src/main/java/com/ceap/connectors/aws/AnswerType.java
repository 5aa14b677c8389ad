package com.ceap.connectors.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** What a JSON value stands for, by Athena's type of its column. */
enum AnswerType {
  /** Numbers as whole as JSON writes them, texts, flags, lists, maps: as they are. */
  PLAIN,
  /** Numbers that JSON may write without a fraction. */
  NUMBER,
  DATE,
  TIME;

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  static AnswerType of(String athenaType) {
    String type = athenaType.toLowerCase(Locale.ROOT);
    if (type.startsWith("decimal") || type.equals("double") || type.matches("float|real")) {
      return NUMBER;
    }
    if (type.startsWith("timestamp")) {
      return TIME;
    }
    return type.equals("date") ? DATE : PLAIN;
  }

  /** The value; text that is not what its type says stays text, for the mapping to reject. */
  Object read(Object json) {
    return switch (this) {
      case PLAIN -> json;
      case NUMBER -> json instanceof Long whole ? (Object) whole.doubleValue() : json;
      case DATE -> json instanceof String text ? date(text) : json;
      case TIME -> json instanceof String text ? time(text) : json;
    };
  }

  private static Object date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDate) {
      return text;
    }
  }

  /** {@code 2026-11-20 10:15:00.000}, with or without a zone after it; UTC where there is none. */
  private static Object time(String text) {
    int zone = text.indexOf(' ', "yyyy-MM-dd ".length());
    try {
      String local = zone < 0 ? text : text.substring(0, zone);
      ZoneId at = zone < 0 ? ZoneOffset.UTC : ZoneId.of(text.substring(zone + 1));
      Instant instant = LocalDateTime.parse(local, TIMESTAMP).atZone(at).toInstant();
      return instant;
    } catch (DateTimeException noTime) {
      return text;
    }
  }
}
