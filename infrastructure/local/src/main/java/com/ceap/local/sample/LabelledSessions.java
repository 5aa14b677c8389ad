package com.ceap.local.sample;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Sessions of the same latent process as the shop's, with their outcome, to train models on. Each
 * session has a customer of its own. A seed other than the shop's makes other customers.
 */
public final class LabelledSessions {
  private static final AttributeSchema VISIT =
      new AttributeSchema(
          List.of(
              "view_count",
              "time_spent",
              "add_to_cart",
              "price_sensitivity",
              "category_preferences",
              "purchase_history",
              "similar_products"));

  private static final AttributeSchema CART =
      new AttributeSchema(
          List.of("purchase_history", "cart_value", "email_engagement", "discount_sensitivity"));

  private final long seed;
  private final Catalog catalog;

  public LabelledSessions(long seed) {
    this.seed = seed;
    this.catalog = new Catalog(seed, SampleShopConfig.DEFAULT_PRODUCTS);
  }

  /** Visits of at least three views that had not led to a purchase yet. */
  public List<LabelledSession> visits(int count) {
    return LongStream.range(0, count).mapToObj(this::visit).toList();
  }

  /** Abandoned carts; {@code cart_value} is in US dollars. */
  public List<LabelledSession> carts(int count) {
    return LongStream.range(0, count).mapToObj(this::cart).toList();
  }

  private LabelledSession visit(long index) {
    Draws draws = new Draws(seed, Draws.Stream.VISIT, index);
    CustomerTraits customer = CustomerTraits.of(seed, index);
    ProductTraits product = catalog.browse(customer, draws);
    Encounter encounter = Encounter.of(customer, product, draws);
    CustomerFeatures known = CustomerFeatures.of(seed, customer);
    Object[] row = {
      (long) encounter.viewCount(),
      (long) encounter.timeSpent(),
      encounter.addToCart(),
      known.priceSensitivity(),
      known.categoryPreferences(),
      known.purchaseHistory(),
      ProductFeatures.of(seed, product).similarProductsPurchased()
    };
    return new LabelledSession(new Attributes(VISIT, row), encounter.buys(draws));
  }

  private LabelledSession cart(long index) {
    Draws draws = new Draws(seed, Draws.Stream.CART, index);
    CustomerTraits customer = CustomerTraits.of(seed, index);
    Cart cart = Cart.of(customer, catalog, draws);
    CustomerFeatures known = CustomerFeatures.of(seed, customer);
    Object[] row = {
      known.purchaseHistory(), cart.usd(), known.emailEngagement(), known.discountSensitivity()
    };
    return new LabelledSession(new Attributes(CART, row), cart.recovered(draws));
  }
}
