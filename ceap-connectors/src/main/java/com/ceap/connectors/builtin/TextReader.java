package com.ceap.connectors.builtin;

import java.time.Instant;
import java.time.LocalDate;

/** Ids and words; numbers are written out, blank text is no value. */
final class TextReader implements ValueReader {
  /** Above this, a double no longer holds every whole number. */
  private static final double EXACT = 0x1p53;

  @Override
  public Object read(Object value) {
    return switch (value) {
      case String text -> text.isBlank() ? null : text;
      case Double number -> written(number);
      case Long number -> number.toString();
      case Boolean flag -> flag.toString();
      case Instant instant -> instant.toString();
      case LocalDate day -> day.toString();
      default -> Fault.wrongType(CanonicalType.TEXT);
    };
  }

  private static Object written(double number) {
    if (!Double.isFinite(number)) {
      return Fault.wrongType(CanonicalType.TEXT);
    }
    return number == Math.rint(number) && Math.abs(number) <= EXACT
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
