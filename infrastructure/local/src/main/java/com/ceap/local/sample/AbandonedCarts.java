package com.ceap.local.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carts that customers of a sample shop leave, filled from its catalogue. */
public final class AbandonedCarts {
  private final Shop shop;

  /** The carts of a shop; its customers and products are those that its tables hold. */
  public AbandonedCarts(SampleShopConfig config) {
    this.shop = new Shop(config);
  }

  /** One of them; the same number is the same cart. */
  public AbandonedCart cart(long number) {
    Draws draws = shop.draws(Draws.Stream.ABANDONED, number);
    CustomerTraits customer = shop.customer((long) (draws.uniform() * shop.customers()));
    Map<String, AbandonedCart.Item> items = new LinkedHashMap<>();
    double usd = 0;
    for (int picks = 1 + draws.poisson(1); picks > 0; picks--) {
      ProductTraits product = shop.catalog().browse(customer, draws);
      if (items.putIfAbsent(product.id(), item(product)) == null) {
        usd += product.usd();
      }
    }
    return new AbandonedCart(
        Ids.customer(customer.index()),
        customer.marketplace().code(),
        customer.marketplace().currency(),
        List.copyOf(items.values()),
        items.values().stream()
            .map(AbandonedCart.Item::price)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        Cart.utility(customer, usd, draws.normal()),
        customer.discountResponse());
  }

  private AbandonedCart.Item item(ProductTraits product) {
    Draws naming = shop.draws(Draws.Stream.PRODUCT_FEATURE, -1 - product.index());
    return new AbandonedCart.Item(
        product.id(),
        ProductNames.of(product.category(), naming),
        BigDecimal.valueOf(product.price()));
  }
}
