package com.ceap.model.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where well-known features come from, so that a program may simply list them. */
final class FeatureCatalog {
  static final String ROW = "row";
  static final String CUSTOMER = "customer";

  // A line: where it comes from, then its features; alias: the feature, then what it stands for.
  // "derived" are the attributes that ETL adds to every row.
  private static final String DATA =
      """
      row view_count time_spent add_to_cart price category purchase_status timestamp
      row cart_value item_count
      derived seconds_per_view engagement
      customer purchase_history category_preferences price_sensitivity email_engagement
      customer avg_order_value cart_abandonment_rate discount_sensitivity engagement_score
      customer review_history trust_score
      product rating rating_count popularity similar_products_purchased
      alias similar_products similar_products_purchased
      """;

  private static final Set<String> AMOUNTS = Set.of("cart_value", "price");

  private static final Map<String, Origin> BY_FEATURE = read();

  private FeatureCatalog() {}

  /** Where a well-known feature comes from. */
  sealed interface Origin {
    record Row() implements Origin {}

    record Derived() implements Origin {}

    record Store(String entity) implements Origin {}

    record Alias(String feature) implements Origin {}
  }

  private static Map<String, Origin> read() {
    Map<String, Origin> byFeature = new LinkedHashMap<>();
    DATA.lines().map(line -> line.split(" ", -1)).forEach(words -> read(words, byFeature));
    return byFeature;
  }

  private static void read(String[] words, Map<String, Origin> byFeature) {
    if (words[0].equals("alias")) {
      byFeature.put(words[1], new Origin.Alias(words[2]));
      return;
    }
    for (int i = 1; i < words.length; i++) {
      byFeature.put(words[i], origin(words[0]));
    }
  }

  private static Origin origin(String word) {
    return switch (word) {
      case ROW -> new Origin.Row();
      case "derived" -> new Origin.Derived();
      default -> new Origin.Store(word);
    };
  }

  /** Whether an attribute of a row is an amount of money, in the row's currency. */
  static boolean isAmount(String attribute) {
    return AMOUNTS.contains(attribute);
  }

  static Optional<Origin> find(String feature) {
    return Optional.ofNullable(BY_FEATURE.get(feature));
  }

  static Set<String> names() {
    return BY_FEATURE.keySet();
  }
}
