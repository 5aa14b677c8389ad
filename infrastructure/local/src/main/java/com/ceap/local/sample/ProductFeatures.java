package com.ceap.local.sample;

/**
 * What a feature store knows of a product.
 *
 * @param rating 1 to 5
 * @param popularity 0 to 1, by rank in its category
 * @param similarProductsPurchased how many like it were bought in the last month
 */
record ProductFeatures(double rating, double popularity, long similarProductsPurchased) {

  static ProductFeatures of(long seed, ProductTraits traits) {
    Draws draws = new Draws(seed, Draws.Stream.PRODUCT_FEATURE, traits.index());
    double rating = Math.clamp(3.9 + 0.4 * traits.appeal() + 0.3 * draws.normal(), 1, 5);
    double popularity = Math.clamp(1 / (1 + 0.1 * traits.rank()) + 0.05 * draws.normal(), 0, 1);
    return new ProductFeatures(
        Math.rint(10 * rating) / 10,
        Math.rint(1000 * popularity) / 1000,
        draws.poisson(StrictMath.exp(2.7 + 0.6 * traits.appeal())));
  }
}
