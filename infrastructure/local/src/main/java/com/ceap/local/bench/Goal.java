package com.ceap.local.bench;

/**
 * A figure that the batch must reach, beside what was measured.
 *
 * @param upward whether more is better
 */
record Goal(String what, double measured, double bound, boolean upward) {
  static Goal atLeast(String what, double bound, double measured) {
    return new Goal(what, measured, bound, true);
  }

  static Goal atMost(String what, double bound, double measured) {
    return new Goal(what, measured, bound, false);
  }

  boolean met() {
    return upward ? measured >= bound : measured <= bound;
  }
}
