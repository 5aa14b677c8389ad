package com.ceap.model;

import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of a decision by type: {@code category}, {@code region}, {@code referrer}, …
 * Program and marketplace are part of the {@link CandidateKey} and answered from there by {@link
 * Candidate#context(String)}.
 */
public record Context(Map<String, String> values) {
  public static final String CATEGORY = "category";
  public static final String REGION = "region";
  public static final Context EMPTY = new Context(Map.of());

  public Context {
    values = Map.copyOf(values);
  }

  public Optional<String> find(String type) {
    return Optional.ofNullable(values.get(type));
  }
}
