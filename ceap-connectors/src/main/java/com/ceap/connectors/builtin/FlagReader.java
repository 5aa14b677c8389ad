package com.ceap.connectors.builtin;

import java.util.Locale;

/** True or false, in the ways that tables write it. */
final class FlagReader implements ValueReader {
  private static final Fault WRONG = Fault.wrongType(CanonicalType.FLAG);

  @Override
  public Object read(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case Long number -> ofNumber(number);
      case Double number -> ofNumber(number);
      case String text -> text.isBlank() ? null : ofWord(text.strip().toLowerCase(Locale.ROOT));
      default -> WRONG;
    };
  }

  private static Object ofNumber(double number) {
    if (number == 1) {
      return true;
    }
    return number == 0 ? (Object) false : WRONG;
  }

  private static Object ofWord(String word) {
    return switch (word) {
      case "true", "t", "yes", "y", "1" -> true;
      case "false", "f", "no", "n", "0" -> false;
      default -> WRONG;
    };
  }
}
