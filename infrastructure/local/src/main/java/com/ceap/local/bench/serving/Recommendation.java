package com.ceap.local.bench.serving;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** A candidate with all that the shipped program of recommendations keeps with it. */
final class Recommendation {
  private static final AttributeSchema ROW =
      new AttributeSchema(
          List.of(
              "view_count", "time_spent", "add_to_cart", "purchase_status", "category", "price"));
  private static final AttributeSchema FEATURES =
      new AttributeSchema(
          List.of(
              "view_count",
              "time_spent",
              "add_to_cart",
              "price_sensitivity",
              "purchase_history",
              "similar_products"));
  private static final List<String> CATEGORIES =
      List.of("Electronics", "Clothing", "Home", "Books", "Toys");
  private static final List<String> CHANNELS = List.of("email", "in-app");

  private Recommendation() {}

  static ScoredCandidate draw(CandidateKey key, Instant at, SplittableRandom random) {
    long views = random.nextLong(3, 20);
    long seconds = random.nextLong(300, 2_000);
    boolean inCart = random.nextBoolean();
    String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    Object[] row = {
      views, seconds, inCart, "not_purchased", category, random.nextInt(500, 50_000) / 100.0
    };
    Object[] features = {
      views, seconds, inCart, random.nextDouble(), random.nextLong(30), random.nextLong(40)
    };
    Candidate candidate =
        new Candidate(
            key,
            new Context(Map.of(Context.CATEGORY, category)),
            new Attributes(ROW, row),
            CHANNELS,
            at);
    Score intent = score("purchase-intent-v5", OptionalInt.of(15), at, random);
    Score affinity = score("product-affinity-v3", OptionalInt.empty(), at, random);
    return new ScoredCandidate(
        candidate,
        new Attributes(FEATURES, features),
        List.of(intent, affinity),
        (intent.value() + affinity.value()) / 2,
        OptionalInt.of(15));
  }

  private static Score score(
      String model, OptionalInt discount, Instant at, SplittableRandom random) {
    return new Score(model, random.nextDouble(), discount, Score.Origin.MODEL, at);
  }
}
