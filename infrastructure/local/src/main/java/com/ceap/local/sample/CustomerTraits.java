package com.ceap.local.sample;

/**
 * What a customer is like. None of it is in any table; behaviour and features only hint at it.
 *
 * @param activity how much the customer browses, as a weight
 * @param intent willingness to buy now, standard normal
 * @param loyalty how often the customer buys, standard normal
 * @param attention how much mail the customer reads, standard normal
 * @param priceSensitivity 0 to 1
 * @param discountResponse how much a discount moves the customer, 0 to 1
 */
record CustomerTraits(
    long index,
    Marketplace marketplace,
    double activity,
    double intent,
    double loyalty,
    double attention,
    double priceSensitivity,
    double discountResponse,
    Tastes tastes) {

  static CustomerTraits of(long seed, long index) {
    Draws draws = new Draws(seed, Draws.Stream.CUSTOMER, index);
    double activity = StrictMath.exp(0.7 * draws.normal());
    Marketplace marketplace = Marketplace.at(draws.uniform());
    double price = draws.normal();
    return new CustomerTraits(
        index,
        marketplace,
        activity,
        draws.normal(),
        draws.normal(),
        draws.normal(),
        Draws.sigmoid(1.3 * price),
        Draws.sigmoid(1.3 * (0.6 * price + 0.8 * draws.normal())),
        Tastes.drawn(draws));
  }

  /** Only the activity, for a quick pass over all customers. */
  static double activity(long seed, long index) {
    return StrictMath.exp(0.7 * new Draws(seed, Draws.Stream.CUSTOMER, index).normal());
  }
}
