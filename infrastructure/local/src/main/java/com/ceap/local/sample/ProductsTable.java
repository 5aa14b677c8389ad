package com.ceap.local.sample;

import java.sql.SQLException;

/** {@code products}: the catalogue, one product in six out of stock or no longer sold. */
record ProductsTable(Shop shop) implements SampleTable {
  @Override
  public String name() {
    return "products";
  }

  @Override
  public String columns() {
    return "product_id VARCHAR, name VARCHAR, category VARCHAR, price DOUBLE, currency VARCHAR,"
        + " image_url VARCHAR, url VARCHAR, in_stock BOOLEAN, active BOOLEAN,"
        + " updated_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.catalog().products().size();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (ProductTraits product : shop.catalog().products()) {
      write(product, rows);
      rows.step();
    }
  }

  private void write(ProductTraits product, RowWriter rows) throws SQLException {
    Draws draws = shop.draws(Draws.Stream.PRODUCT_FEATURE, -1 - product.index());
    double availability = availability(product);
    rows.row()
        .text(product.id())
        .text(ProductNames.of(product.category(), draws))
        .text(product.category().label())
        .number(product.price())
        .text(product.marketplace().currency())
        .text("https://shop.example.com/images/" + product.id() + ".jpg")
        .text("https://shop.example.com/products/" + product.id())
        .flag(availability >= 0.12)
        .flag(availability < 0.12 || availability >= 0.178)
        .time(shop.endOfDay() - 86_400 - draws.below(30 * 86_400))
        .end();
  }

  /**
   * A value in [0, 1) that the golden ratio spreads evenly over the ranks and shelves, so that a
   * few popular products do not decide how much of the traffic meets an empty shelf.
   */
  private double availability(ProductTraits product) {
    int shelf = product.index() % (Marketplace.all().size() * Category.all().size());
    double start = shop.draws(Draws.Stream.PRODUCT_FEATURE, Long.MIN_VALUE).uniform();
    double at = start + 0.618_033_988_749_895 * product.rank() + 0.754_877_666_246_693 * shelf;
    return at - Math.floor(at);
  }
}
