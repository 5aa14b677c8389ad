package com.ceap.storage;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Random decisions, with ids that try to break out of their keys. */
public final class Samples {

  private static final List<String> CHANNELS = List.of("email", "in-app", "push#1");
  private static final List<String> CATEGORIES = List.of("shoes", "a#b", "Möbel");

  private Samples() {}

  public static RunStamp run(String runId, LocalDate date, Instant at) {
    return new RunStamp(runId, date, at, Duration.ofDays(7));
  }

  /** Decisions with different keys. */
  static List<ScoredCandidate> decisions(RandomGenerator random, String program, int count) {
    Map<CandidateKey, ScoredCandidate> byKey = new HashMap<>();
    while (byKey.size() < count) {
      ScoredCandidate decision = decision(random, program);
      byKey.put(decision.key(), decision);
    }
    return List.copyOf(byKey.values());
  }

  private static ScoredCandidate decision(RandomGenerator random, String program) {
    String customer = pick(random, List.of("C", "C#", "C%23")) + random.nextInt(40);
    Subject subject = new Subject("product", pick(random, List.of("P", "P#")) + random.nextInt(30));
    String marketplace = pick(random, List.of("US", "DE"));
    return decision(random, new CandidateKey(customer, program, marketplace, subject));
  }

  static ScoredCandidate decision(RandomGenerator random, CandidateKey key) {
    List<String> channels = CHANNELS.stream().filter(c -> random.nextInt(3) > 0).toList();
    Context context = new Context(Map.of("category", pick(random, CATEGORIES), "region", "EU"));
    Candidate candidate =
        new Candidate(key, context, attributes(random), channels, instant(random));
    // Few different scores, so that ties are common.
    double score = random.nextInt(10) / 9.0;
    List<Score> scores = new ArrayList<>();
    scores.add(score("intent", random.nextDouble(), random));
    scores.add(score("affinity", 1, random));
    return new ScoredCandidate(
        candidate, attributes(random), scores, score, OptionalInt.of(random.nextInt(101)));
  }

  private static Score score(String model, double value, RandomGenerator random) {
    OptionalInt discount = random.nextBoolean() ? OptionalInt.of(15) : OptionalInt.empty();
    Optional<Confidence> confidence =
        random.nextBoolean()
            ? Optional.of(pick(random, List.of(Confidence.values())))
            : Optional.empty();
    return new Score(model, value, discount, confidence, Score.Origin.FALLBACK, instant(random));
  }

  static Attributes attributes(RandomGenerator random) {
    Map<String, Object> values = new HashMap<>();
    values.put("view_count", random.nextLong(-5, 1000));
    values.put("price", random.nextInt(100) / 4.0);
    values.put(
        "tiny", pick(random, List.of(1e-300, -0.0, 1e300, Double.MIN_VALUE, 0.1, 3.0, 0x1p60)));
    values.put("add_to_cart", random.nextBoolean());
    values.put("title", pick(random, List.of("", "Schuh #1", "𝄞")));
    values.put("seen", instant(random));
    values.put("tags", List.of("a", 1L, 2.0, List.of()));
    values.put("nested", Map.of("double", 1L, "instant", "no", "deep", Map.of("x", 1.0)));
    return Attributes.of(values);
  }

  private static Instant instant(RandomGenerator random) {
    return Instant.ofEpochSecond(
        random.nextLong(-1000, 1_800_000_000L), random.nextInt(1_000_000_000));
  }

  private static <T> T pick(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
