package com.ceap.connectors.builtin;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Columns that the platform gives no meaning: they keep their type. */
final class NaturalReader implements ValueReader {
  private static final Fault NOT_FINITE = new Fault("WRONG_TYPE", "a finite number");

  @Override
  public Object read(Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number) ? value : NOT_FINITE;
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> value;
    };
  }
}
