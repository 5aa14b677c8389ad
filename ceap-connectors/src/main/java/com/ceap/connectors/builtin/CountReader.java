package com.ceap.connectors.builtin;

import java.math.BigDecimal;
import java.util.Optional;

/** Whole numbers of 0 or more. */
final class CountReader implements ValueReader {
  private static final Fault WRONG = Fault.wrongType(CanonicalType.COUNT);
  private static final Fault NEGATIVE = new Fault("NEGATIVE_COUNT", CanonicalType.COUNT.wanted());
  private static final double EXACT = 0x1p53;

  @Override
  public Object read(Object value) {
    return switch (value) {
      case Long number -> number >= 0 ? number : NEGATIVE;
      case Double number -> whole(number);
      case String text -> text.isBlank() ? null : parsed(text);
      default -> WRONG;
    };
  }

  private static Object whole(double number) {
    if (number != Math.rint(number) || Math.abs(number) > EXACT) {
      return WRONG;
    }
    return number >= 0 ? (Object) (long) number : NEGATIVE;
  }

  private static Object parsed(String text) {
    Optional<BigDecimal> number = DecimalText.parse(text);
    if (number.isEmpty()) {
      return WRONG;
    }
    if (number.get().signum() < 0) {
      return NEGATIVE;
    }
    try {
      return number.get().longValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return WRONG;
    }
  }
}
