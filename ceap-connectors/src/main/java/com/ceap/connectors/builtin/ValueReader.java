package com.ceap.connectors.builtin;

import java.time.LocalDate;

/** Turns a warehouse's value into an attribute's. Stateless. */
interface ValueReader {
  /** The attribute's value, null where there is none, or a {@link Fault}. Never called on null. */
  Object read(Object value);

  static ValueReader of(CanonicalType type, LocalDate businessDate) {
    return switch (type) {
      case TEXT -> new TextReader();
      case COUNT -> new CountReader();
      case AMOUNT -> new AmountReader();
      case FLAG -> new FlagReader();
      case INSTANT -> new InstantReader(businessDate);
    };
  }
}
