package com.ceap.local.sample;

/**
 * A product of the sample shop.
 *
 * @param rank its place by popularity within its category, from 0
 * @param appeal how well it sells for other reasons than taste, standard normal; in no table
 * @param price in the currency of its marketplace
 */
record ProductTraits(
    int index,
    String id,
    Marketplace marketplace,
    Category category,
    int rank,
    double appeal,
    double usd,
    double price) {

  /** Products take turns over the marketplaces and, within these, over the categories. */
  static ProductTraits of(long seed, int index) {
    Draws draws = new Draws(seed, Draws.Stream.PRODUCT, index);
    int marketplaces = Marketplace.all().size();
    int categories = Category.all().size();
    Marketplace marketplace = Marketplace.all().get(index % marketplaces);
    Category category = Category.all().get(index / marketplaces % categories);
    double usd = category.medianUsd() * StrictMath.exp(0.5 * draws.normal());
    return new ProductTraits(
        index,
        "P" + Ids.padded(index, 5),
        marketplace,
        category,
        index / (marketplaces * categories),
        draws.normal(),
        usd,
        marketplace.price(usd));
  }
}
