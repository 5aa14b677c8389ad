package com.ceap.local.model;

/**
 * The discount worth offering. Where a purchase has the odds of a logistic curve, what a price cut
 * adds to its probability p is in proportion to s·p·(1 − p), with s the customer's sensitivity:
 * most for the sensitive and undecided, little for who buys anyway or will not buy. The discount
 * follows that product from 5 to 20 percent, in the steps of 5 in which vouchers come.
 */
final class Discount {
  private static final int LEAST = 5;
  private static final int MOST = 20;
  private static final int STEP = 5;

  private Discount() {}

  /**
   * A discount in percent.
   *
   * @param probability of a purchase, 0 to 1
   * @param sensitivity 0 to 1
   */
  static int percent(double probability, double sensitivity) {
    double effect = sensitivity * 4 * probability * (1 - probability);
    double exact = LEAST + (MOST - LEAST) * Math.clamp(effect, 0, 1);
    return (int) Math.rint(exact / STEP) * STEP;
  }
}
