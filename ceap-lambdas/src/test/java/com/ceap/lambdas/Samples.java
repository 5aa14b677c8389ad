package com.ceap.lambdas;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Random candidates for the laws. */
public final class Samples {
  private static final AttributeSchema ATTRIBUTES =
      new AttributeSchema(
          List.of("view_count", "price", "add_to_cart", "category", "seen", "items"));
  private static final AttributeSchema FEATURES = new AttributeSchema(List.of("x", "tastes"));
  private static final List<String> ODD =
      List.of(
          "a", "C1", "Zoë", "日本", "\"quoted\"", "a\\b", "line\nbreak", "tab\t", "🛒", "#", "a#b");

  private Samples() {}

  public static Candidate candidate(Random random) {
    return new Candidate(
        new CandidateKey(text(random), "p", "US", new Subject("product", text(random))),
        random.nextBoolean() ? Context.EMPTY : new Context(Map.of("category", text(random))),
        new Attributes(
            ATTRIBUTES,
            new Object[] {
              random.nextInt(4) == 0 ? null : random.nextLong(),
              random.nextInt(4) == 0 ? null : number(random),
              random.nextBoolean(),
              text(random),
              random.nextBoolean() ? null : instant(random),
              random.nextBoolean() ? null : List.of(Map.of("id", text(random), "price", 3.0))
            }),
        random.nextBoolean() ? List.of("email", "in-app") : List.of(),
        instant(random));
  }

  public static ScoredCandidate scored(Random random) {
    double score = random.nextInt(5) == 0 ? 0.5 : random.nextDouble();
    return new ScoredCandidate(
        candidate(random),
        new Attributes(FEATURES, new Object[] {number(random), Map.of(text(random), 0.25)}),
        List.of(
            new Score(
                "m1",
                score,
                OptionalInt.of(random.nextInt(20)),
                Optional.of(Confidence.MEDIUM),
                Score.Origin.MODEL,
                instant(random)),
            new Score("m2", score, OptionalInt.empty(), Score.Origin.CACHE, instant(random))),
        score,
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(15));
  }

  private static double number(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(100) : random.nextGaussian() * 1e6;
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochSecond(random.nextLong(2_000_000_000L), random.nextInt(1_000_000_000));
  }

  private static String text(Random random) {
    return ODD.get(random.nextInt(ODD.size())) + random.nextInt(3);
  }
}
