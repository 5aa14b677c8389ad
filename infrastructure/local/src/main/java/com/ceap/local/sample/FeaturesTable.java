package com.ceap.local.sample;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code features}: one row for each entity, id and feature; the value is JSON. */
record FeaturesTable(Shop shop) implements SampleTable {
  @Override
  public String name() {
    return "features";
  }

  @Override
  public String columns() {
    return "entity VARCHAR, id VARCHAR, name VARCHAR, value VARCHAR, updated_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers() + shop.catalog().products().size();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (ProductTraits product : shop.catalog().products()) {
      write(product.id(), ProductFeatures.of(shop.seed(), product), rows);
      rows.step();
    }
    for (long i = 0; i < shop.customers(); i++) {
      write(Ids.customer(i), CustomerFeatures.of(shop.seed(), shop.customer(i)), rows);
      rows.step();
    }
  }

  private void write(String id, ProductFeatures features, RowWriter rows) throws SQLException {
    write("product", id, "rating", features.rating(), rows);
    write("product", id, "popularity", features.popularity(), rows);
    write("product", id, "similar_products_purchased", features.similarProductsPurchased(), rows);
  }

  private void write(String id, CustomerFeatures features, RowWriter rows) throws SQLException {
    write("customer", id, "price_sensitivity", features.priceSensitivity(), rows);
    write("customer", id, "purchase_history", features.purchaseHistory(), rows);
    write("customer", id, "category_preferences", json(features.categoryPreferences()), rows);
    write("customer", id, "email_engagement", features.emailEngagement(), rows);
    write("customer", id, "avg_order_value", features.avgOrderValue(), rows);
    write("customer", id, "discount_sensitivity", features.discountSensitivity(), rows);
    write("customer", id, "cart_abandonment_rate", features.cartAbandonmentRate(), rows);
  }

  private void write(String entity, String id, String name, Object value, RowWriter rows)
      throws SQLException {
    rows.row()
        .text(entity)
        .text(id)
        .text(name)
        .text(value.toString())
        .time(shop.endOfDay() - 86_400)
        .end();
  }

  private static String json(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .map(weight -> "\"" + weight.getKey() + "\":" + weight.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
