package com.ceap.storage;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * Points in time as stored numbers: epoch milliseconds, with the nanoseconds beyond them as a
 * fraction, so that they sort and come back unchanged.
 */
final class Epoch {

  private static final int NANO_DIGITS = 6;

  private Epoch() {}

  static Num of(Instant instant) {
    long millis = instant.toEpochMilli();
    int beyond = instant.get(ChronoField.NANO_OF_SECOND) % 1_000_000;
    return beyond == 0
        ? Num.of(millis)
        : Num.of(BigDecimal.valueOf(millis).add(BigDecimal.valueOf(beyond, NANO_DIGITS)));
  }

  static Instant read(Item item, String name) {
    return switch (item.number(name)) {
      case Num.Whole(long millis) -> Instant.ofEpochMilli(millis);
      case Num number -> {
        BigDecimal millis = number.toBigDecimal();
        BigInteger nanos = millis.movePointRight(NANO_DIGITS).toBigIntegerExact();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        yield Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
      }
    };
  }
}
