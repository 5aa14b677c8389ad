package com.ceap.filters;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends candidates through the filters of their marketplace and puts the answers together. */
record MarketplaceGroups(FilterSequence filters, Map<String, FilterSequence> overrides) {

  /** How the candidates of one group go through its filters. */
  @FunctionalInterface
  interface Run {
    ChainResult run(FilterSequence filters, List<Candidate> group);
  }

  ChainResult run(List<Candidate> candidates, Run run) {
    Map<FilterSequence, ChainResult> results = new LinkedHashMap<>();
    groups(candidates)
        .forEach((sequence, group) -> results.put(sequence, run.run(sequence, group)));
    List<RejectedCandidate> rejected = new ArrayList<>();
    Map<String, FilterOutcome> outcomes = new LinkedHashMap<>();
    for (ChainResult result : results.values()) {
      rejected.addAll(result.rejected());
      result.outcomes().forEach(o -> outcomes.merge(o.filterId(), o, FilterOutcome::plus));
    }
    return new ChainResult(
        passedInOrder(candidates, results), rejected, List.copyOf(outcomes.values()));
  }

  /** The program's own chain comes first, so that its filters lead the report, in their order. */
  private Map<FilterSequence, List<Candidate>> groups(List<Candidate> candidates) {
    Map<FilterSequence, List<Candidate>> groups = new LinkedHashMap<>();
    groups.put(filters, new ArrayList<>());
    for (Candidate candidate : candidates) {
      groups.computeIfAbsent(sequence(candidate), _ -> new ArrayList<>()).add(candidate);
    }
    return groups;
  }

  private FilterSequence sequence(Candidate candidate) {
    return overrides.getOrDefault(candidate.key().marketplace(), filters);
  }

  private List<Candidate> passedInOrder(
      List<Candidate> candidates, Map<FilterSequence, ChainResult> results) {
    List<Candidate> passed = new ArrayList<>();
    Map<FilterSequence, Integer> next = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      FilterSequence sequence = sequence(candidate);
      List<Candidate> group = results.get(sequence).passed();
      int at = next.getOrDefault(sequence, 0);
      if (at < group.size() && group.get(at).key().equals(candidate.key())) {
        passed.add(group.get(at));
        next.put(sequence, at + 1);
      }
    }
    return passed;
  }
}
