package com.ceap.local.sample;

/**
 * Telephone numbers that a regulator keeps for fiction. Japan, India and Brazil keep none.
 *
 * @param format of the number with its country code
 * @param from the first of the numbers
 * @param count how many there are
 */
record PhoneRange(String format, int from, int count) {
  static final PhoneRange NONE = new PhoneRange("", 0, 0);

  /** A number, or empty text where there is none. */
  String number(Draws draws) {
    return count == 0 ? "" : String.format(format, from + draws.below(count));
  }
}
