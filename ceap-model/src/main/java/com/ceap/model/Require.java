package com.ceap.model;

/** The checks that record constructors share. */
final class Require {
  private Require() {}

  static String text(String value, String what) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return value;
  }

  static double unitInterval(double value, String what) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must lie in 0..1, was " + value);
    }
    return value;
  }

  static int percent(int value, String what) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(what + " must lie in 0..100, was " + value);
    }
    return value;
  }
}
