package com.ceap.serving;

import com.ceap.model.Candidate;
import com.ceap.model.Context;
import com.ceap.storage.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer has taken to categories lately: one point for each candidate of it that was
 * consumed or converted, one less for each that was dismissed, as long as the candidate is stored.
 * A point weighs a score by a tenth, three at most, so that taste moves what is close and never
 * buries what is far better.
 */
record Affinity(Map<String, Integer> points) {
  private static final double WEIGHT = 0.1;
  private static final int MOST = 3;

  static final Affinity NONE = new Affinity(Map.of());

  static Affinity of(Collection<Prospect> prospects) {
    Map<String, Integer> points = new HashMap<>();
    for (Prospect prospect : prospects) {
      int point = prospect.outcome().map(Affinity::point).orElse(0);
      category(prospect.stored().decision().candidate())
          .ifPresent(category -> points.merge(category, point, Integer::sum));
    }
    return new Affinity(points);
  }

  private static int point(Outcome outcome) {
    return switch (outcome) {
      case CONSUMED, CONVERTED -> 1;
      case DISMISSED -> -1;
      case EXITED, EXPIRED -> 0;
    };
  }

  /** What a score of the category is multiplied by, 0.7 to 1.3. */
  double factor(Optional<String> category) {
    int sum = category.map(c -> points.getOrDefault(c, 0)).orElse(0);
    return 1 + WEIGHT * Math.clamp(sum, -MOST, MOST);
  }

  /** A candidate's category; one among the attributes counts too. */
  static Optional<String> category(Candidate candidate) {
    return candidate
        .context(Context.CATEGORY)
        .or(() -> candidate.attributes().find(Context.CATEGORY).map(Object::toString));
  }
}
