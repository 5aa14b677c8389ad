package com.ceap.serving.eligibility;

import com.ceap.model.CandidateKey;
import com.ceap.serving.metrics.Degradation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a check anew.
 *
 * @param verdicts by candidate, of those that were due
 * @param degradations what the check had to do without
 */
public record Refreshed(Map<CandidateKey, Verdict> verdicts, Set<Degradation> degradations) {
  public Refreshed {
    verdicts = Map.copyOf(verdicts);
    degradations = Set.copyOf(degradations);
  }

  /** Of these channels those on which the candidate may still be shown. */
  public List<String> open(CandidateKey key, List<String> channels) {
    Verdict verdict = verdicts.get(key);
    return switch (verdict) {
      case null -> channels;
      case Verdict.Eligible(Set<String> left) -> channels.stream().filter(left::contains).toList();
      case Verdict.Ineligible _ -> List.of();
    };
  }
}
