package com.ceap.connectors.builtin;

/** A wrong value as the rejects file may show it. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  /** The value after a comma; nothing where it is long or may be somebody's address. */
  static String of(Object value) {
    String text = value.toString();
    return text.length() > LONGEST || text.indexOf('@') >= 0 ? "" : ", was '" + text + "'";
  }
}
