package com.ceap.local.sample;

/**
 * A customer meets a product: what is seen of it (views, seconds, cart), and the latent utility
 * that alone decides whether the customer buys.
 *
 * @param viewCount at least 3
 * @param timeSpent seconds
 * @param utility log odds of a purchase within seven days; in no table and no feature
 */
record Encounter(int viewCount, int timeSpent, boolean addToCart, double utility) {

  /** The average share of tastes that a visited category has. */
  private static final double USUAL_TASTE = 0.5;

  static Encounter of(CustomerTraits customer, ProductTraits product, Draws draws) {
    double desire = draws.normal();
    double taste = customer.tastes().of(product.category()) - USUAL_TASTE;
    double pull = 0.6 * customer.intent() + 0.6 * desire + 0.6 * taste + 0.4 * product.appeal();
    int views = 3 + draws.poisson(StrictMath.exp(0.7 + 0.6 * pull));
    double seconds = StrictMath.exp(5.67 + 0.7 * pull + 0.55 * draws.normal());
    boolean cart = draws.chance(Draws.sigmoid(-0.8 + 1.6 * pull));
    return new Encounter(views, (int) seconds, cart, utility(customer, product, taste, desire));
  }

  private static double utility(
      CustomerTraits customer, ProductTraits product, double taste, double desire) {
    return 0.3
        + 1.2 * customer.intent()
        + 1.2 * desire
        + 4.0 * taste
        + 1.2 * product.appeal()
        + 1.2 * customer.loyalty()
        - 1.6 * (customer.priceSensitivity() - 0.5);
  }

  /** Whether the customer buys within seven days. */
  boolean buys(Draws draws) {
    return draws.chance(Draws.sigmoid(utility));
  }
}
