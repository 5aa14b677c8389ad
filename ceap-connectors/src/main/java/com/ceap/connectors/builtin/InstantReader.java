package com.ceap.connectors.builtin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Points in time from 2000 to the end of the day after the business date (a source's clock may run
 * ahead of UTC). Text is ISO with T or a blank, UTC where it names no offset; numbers are seconds
 * since 1970, milliseconds from 10^11 on; a day is its midnight UTC.
 */
final class InstantReader implements ValueReader {
  private static final Fault WRONG = Fault.wrongType(CanonicalType.INSTANT);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final long FIRST_MILLISECONDS = 100_000_000_000L;

  private final Instant end;
  private final Fault implausible;

  InstantReader(LocalDate businessDate) {
    boolean known = businessDate.isBefore(LocalDate.MAX);
    this.end = known ? midnight(businessDate.plusDays(2)) : Instant.MAX;
    String until = known ? " and not after " + businessDate.plusDays(1) : "";
    this.implausible = new Fault("IMPLAUSIBLE_DATE", "from 2000 on" + until);
  }

  @Override
  public Object read(Object value) {
    return switch (value) {
      case Instant instant -> checked(instant);
      case LocalDate day -> checked(midnight(day));
      case Long number -> checked(ofNumber(number));
      case String text -> text.isBlank() ? null : ofText(text.strip());
      default -> WRONG;
    };
  }

  private Object checked(Instant instant) {
    return instant.isBefore(EARLIEST) || !instant.isBefore(end) ? implausible : instant;
  }

  private static Instant ofNumber(long number) {
    return Math.abs(number) < FIRST_MILLISECONDS
        ? Instant.ofEpochSecond(number)
        : Instant.ofEpochMilli(number);
  }

  private Object ofText(String text) {
    try {
      return checked(parse(text));
    } catch (DateTimeException noDate) {
      return WRONG;
    }
  }

  private static Instant parse(String text) {
    if (text.length() == "yyyy-MM-dd".length()) {
      return midnight(LocalDate.parse(text));
    }
    String iso = text.replace(' ', 'T');
    boolean offset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 9;
    return offset
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
