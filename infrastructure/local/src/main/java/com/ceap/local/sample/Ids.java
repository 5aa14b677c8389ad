package com.ceap.local.sample;

/** The ids of the sample shop: a letter and a number with leading zeros. */
final class Ids {
  private Ids() {}

  static String customer(long index) {
    return "C" + padded(index, 7);
  }

  static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
