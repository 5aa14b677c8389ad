package com.ceap.serving.http;

/** What every text from outside must keep. */
final class TextRule {
  private static final int SHOWN = 40;

  private TextRule() {}

  /** The text itself, or an error that names what is wrong with it and never the text. */
  static String check(String name, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw new IllegalArgumentException(
          "%s must have at most %d characters, has %d".formatted(name, most, length));
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    if (text.codePoints().anyMatch(TextRule::unprintable)) {
      throw new IllegalArgumentException(name + " must not hold control characters");
    }
    return text;
  }

  /** A control character, or half a surrogate pair. */
  private static boolean unprintable(int point) {
    return Character.getType(point) == Character.CONTROL
        || Character.getType(point) == Character.SURROGATE;
  }

  /** The beginning of a value, for a message. */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
