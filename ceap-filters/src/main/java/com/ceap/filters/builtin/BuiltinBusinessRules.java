package com.ceap.filters.builtin;

import static com.ceap.filters.builtin.AttributeLimit.Side.ABOVE;
import static com.ceap.filters.builtin.AttributeLimit.Side.BELOW;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.BusinessRuleProvider;
import com.ceap.model.Product;
import java.util.List;
import java.util.Optional;

/** The rules that come with the platform: cheap ones on the row first, then those that look up. */
public final class BuiltinBusinessRules implements BusinessRuleProvider {
  private static final Optional<String> ANY_CHANNEL = Optional.empty();

  @Override
  public List<BusinessRule<?>> rules() {
    return List.of(
        new AttributeLimit(
            "minViewCount", "view_count", BELOW, "How often the product must have been viewed."),
        new AttributeLimit(
            "minTimeSpent", "time_spent", BELOW, "How many seconds the customer must have spent."),
        new AddToCartRule(),
        new AttributeLimit(
            "minCartValue", "cart_value", BELOW, "The smallest cart value, in its own currency."),
        new AttributeLimit(
            "maxCartValue", "cart_value", ABOVE, "The largest cart value, in its own currency."),
        new AttributeLimit("minPrice", "price", BELOW, "The lowest price, in its own currency."),
        new AttributeLimit("maxPrice", "price", ABOVE, "The highest price, in its own currency."),
        new AttributeLimit(
            "minWatchPercentage",
            "watch_percentage",
            BELOW,
            "How much of the video must have been watched, in percent from 0 to 100."),
        new ProductFlagRule(
            "requireInStock",
            Product::inStock,
            "OUT_OF_STOCK",
            "out of stock",
            "Whether the product, or every item of the cart, must be in stock."),
        new ProductFlagRule(
            "requireActive",
            Product::active,
            "PRODUCT_INACTIVE",
            "not active",
            "Whether the product, or every item of the cart, must be active in the catalogue."),
        new WeeklyCapRule(
            "maxEmailsPerWeek",
            Optional.of("email"),
            "How many e-mails of this program a customer may get in 7 times 24 hours."),
        new WeeklyCapRule(
            "maxRecoveryEmailsPerWeek",
            Optional.of("email"),
            "How many recovery e-mails of this program a customer may get in 7 times 24 hours."),
        new WeeklyCapRule(
            "maxMessagesPerWeek",
            ANY_CHANNEL,
            "How many messages of this program on all channels a customer may get in 7 times 24"
                + " hours."));
  }
}
