package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Subject;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.DiscountStrategy;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Programs, models and candidates for tests. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-20T02:50:00Z");

  private Samples() {}

  static FeatureSource row(String attribute) {
    return new FeatureSource.Row(attribute, Optional.empty());
  }

  static FeatureSource row(String attribute, Object defaultValue) {
    return new FeatureSource.Row(attribute, Optional.of(defaultValue));
  }

  static FeatureSource store(String entity, String name) {
    return new FeatureSource.Store(entity, name, Optional.empty());
  }

  static FeatureSource store(String entity, String name, Object defaultValue) {
    return new FeatureSource.Store(entity, name, Optional.of(defaultValue));
  }

  /** A model of {@code scripted://modelId} whose features all come from the row. */
  static ModelSpec model(String modelId, String... features) {
    Map<String, FeatureSource> sources = new LinkedHashMap<>();
    for (String feature : features) {
      sources.put(feature, row(feature));
    }
    return model(modelId, sources);
  }

  static ModelSpec model(String modelId, Map<String, FeatureSource> features) {
    return spec("scripted", modelId, features, Map.of());
  }

  public static ModelSpec spec(
      String type, String modelId, Map<String, FeatureSource> features, Object config) {
    return new ModelSpec(
        modelId, type + "://" + modelId, type, modelId, features, OptionalDouble.empty(), config);
  }

  static ModelSpec withFallback(ModelSpec model, double fallback) {
    return new ModelSpec(
        model.modelId(),
        model.endpoint(),
        model.type(),
        model.target(),
        model.features(),
        OptionalDouble.of(fallback),
        model.config());
  }

  static Program program(String programId, ModelSpec... models) {
    return program(programId, Optional.empty(), Map.of(), models);
  }

  static Program program(
      String programId,
      Optional<DiscountStrategy> discounts,
      Map<String, Program> overrides,
      ModelSpec... models) {
    return new Program(
        programId,
        programId,
        "v1",
        true,
        Optional.empty(),
        List.of("US", "DE"),
        "product",
        List.of(),
        List.of(),
        List.of(models),
        List.of(),
        List.of(),
        Optional.empty(),
        discounts,
        Optional.empty(),
        DeliveryRules.DEFAULT,
        List.of(),
        Optional.empty(),
        7,
        0.01,
        0,
        overrides);
  }

  static Candidate candidate(String customer, Map<String, ?> attributes) {
    return candidate(customer, "P1", "US", Attributes.of(attributes));
  }

  static Candidate candidate(
      String customer, String product, String marketplace, Attributes attributes) {
    return new Candidate(
        new CandidateKey(customer, "p", marketplace, new Subject("product", product)),
        new Context(Map.of(Context.CATEGORY, "shoes")),
        attributes,
        List.of("email"),
        NOW);
  }

  /** Candidates C0, C1, … whose attribute {@code x} runs evenly from 0 up to 1. */
  static List<Candidate> candidates(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> candidate("C" + i, Map.of("x", i / (double) count)))
        .toList();
  }
}
