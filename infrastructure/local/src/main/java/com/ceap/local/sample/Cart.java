package com.ceap.local.sample;

/**
 * A cart that a customer left.
 *
 * @param usd what it holds, in US dollars
 * @param utility log odds that the customer comes back and buys within seven days; in no feature
 */
record Cart(double usd, double utility) {

  static Cart of(CustomerTraits customer, Catalog catalog, Draws draws) {
    double usd = 0;
    for (int items = 1 + draws.poisson(1); items > 0; items--) {
      usd += catalog.browse(customer, draws).usd();
    }
    double rounded = Math.rint(100 * usd) / 100;
    return new Cart(rounded, utility(customer, rounded, draws.normal()));
  }

  static double utility(CustomerTraits customer, double usd, double mood) {
    return -0.1
        + 0.7 * customer.intent()
        + 0.9 * customer.loyalty()
        + 0.9 * customer.attention()
        + 1.5 * (customer.discountResponse() - 0.5)
        - 0.7 * StrictMath.log(usd / 90)
        + 0.6 * mood;
  }

  /** Whether the customer comes back within seven days. */
  boolean recovered(Draws draws) {
    return draws.chance(Draws.sigmoid(utility));
  }
}
