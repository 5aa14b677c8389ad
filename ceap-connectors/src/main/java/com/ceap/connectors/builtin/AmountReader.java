package com.ceap.connectors.builtin;

/** Finite numbers of 0 or more. */
final class AmountReader implements ValueReader {
  private static final Fault WRONG = Fault.wrongType(CanonicalType.AMOUNT);
  private static final Fault NEGATIVE = new Fault("NEGATIVE_AMOUNT", CanonicalType.AMOUNT.wanted());

  @Override
  public Object read(Object value) {
    return switch (value) {
      case Double number -> checked(number);
      case Long number -> checked(number.doubleValue());
      case String text -> text.isBlank() ? null : parsed(text);
      default -> WRONG;
    };
  }

  private static Object parsed(String text) {
    return DecimalText.parse(text).map(number -> checked(number.doubleValue())).orElse(WRONG);
  }

  private static Object checked(double number) {
    if (!Double.isFinite(number)) {
      return WRONG;
    }
    return number >= 0 ? (Object) number : NEGATIVE;
  }
}
