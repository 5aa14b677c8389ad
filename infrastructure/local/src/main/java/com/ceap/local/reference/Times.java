package com.ceap.local.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Points in time as reference data writes them; without an offset they are UTC. */
final class Times {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][X]")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private Times() {}

  static Instant parse(String column, String text) throws BadRowException {
    try {
      TemporalAccessor time =
          FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (time) {
        case OffsetDateTime exact -> exact.toInstant();
        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
        default -> LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
      };
    } catch (DateTimeParseException _) {
      throw new BadRowException(
          "'%s' is '%s'; it should be a time such as 2026-01-31T10:15:00Z."
              .formatted(column, text));
    }
  }
}
