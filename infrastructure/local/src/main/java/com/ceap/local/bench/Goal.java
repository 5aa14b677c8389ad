package com.ceap.local.bench;

/**
 * A figure that must be reached, beside what was measured.
 *
 * @param upward whether more is better
 */
public record Goal(String what, double measured, double bound, boolean upward) {
  public static Goal atLeast(String what, double bound, double measured) {
    return new Goal(what, measured, bound, true);
  }

  public static Goal atMost(String what, double bound, double measured) {
    return new Goal(what, measured, bound, false);
  }

  public boolean met() {
    return upward ? measured >= bound : measured <= bound;
  }
}
