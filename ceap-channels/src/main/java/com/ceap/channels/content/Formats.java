package com.ceap.channels.content;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How amounts and moments are written. What one message needed is kept for the next ones, so keep
 * it for as many as are made together, and no longer. Thread-safe.
 */
public final class Formats {
  // Built once: it remembers the names of zones, which take long to find.
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
          .appendLiteral(' ')
          .appendZoneText(TextStyle.SHORT)
          .toFormatter(Locale.ROOT);

  private final Map<Amounts, NumberFormat> amounts = new ConcurrentHashMap<>();
  private final Map<Moment, String> moments = new ConcurrentHashMap<>();

  /** What decides how an amount is written. */
  private record Amounts(Currency currency, Locale locale) {
    NumberFormat format() {
      return Money.format(currency, locale);
    }
  }

  /** A moment as it is written: to the minute. */
  private record Moment(Instant minute, ZoneId zone, Locale locale) {
    String text() {
      return MOMENT.withLocale(locale).format(ZonedDateTime.ofInstant(minute, zone));
    }
  }

  /** How amounts of a currency are written; for the caller alone. */
  NumberFormat money(Currency currency, Locale locale) {
    return (NumberFormat)
        amounts.computeIfAbsent(new Amounts(currency, locale), Amounts::format).clone();
  }

  /** A moment with its date, to the minute, and the name of its zone. */
  String moment(Instant at, ZoneId zone, Locale locale) {
    return moments.computeIfAbsent(
        new Moment(at.truncatedTo(ChronoUnit.MINUTES), zone, locale), Moment::text);
  }
}
