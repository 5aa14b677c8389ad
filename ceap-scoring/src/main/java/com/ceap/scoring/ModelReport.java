package com.ceap.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one model did for a chunk.
 *
 * @param fromModel candidates that the model itself scored
 * @param fromCache candidates for which a cached score stood in
 * @param fromFallback candidates for which the configured fallback stood in
 * @param rejected candidates it could not be asked about and for which nothing stood in
 * @param calls calls made; those that the circuit breaker refused are none
 * @param failedCalls those of them without a usable answer
 * @param failures each distinct reason for which candidates stayed without the model's answer
 * @param elapsed time spent calling the model
 */
public record ModelReport(
    String modelId,
    int fromModel,
    int fromCache,
    int fromFallback,
    int rejected,
    int calls,
    int failedCalls,
    List<String> failures,
    Duration elapsed) {
  public ModelReport {
    failures = List.copyOf(failures);
  }

  /** Both reports of one model in one. */
  public ModelReport plus(ModelReport other) {
    return new ModelReport(
        modelId,
        fromModel + other.fromModel,
        fromCache + other.fromCache,
        fromFallback + other.fromFallback,
        rejected + other.rejected,
        calls + other.calls,
        failedCalls + other.failedCalls,
        distinct(failures, other.failures),
        elapsed.plus(other.elapsed));
  }

  private static List<String> distinct(List<String> some, List<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return new ArrayList<>(all);
  }
}
