package com.ceap.filters;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One chunk, parted by whose filters decide: the program's own, or those of a marketplace. */
final class MarketplaceGroups {
  private final Group own;
  private final Map<String, Group> byMarketplace = new HashMap<>();

  /** The program's own group comes first, so that its filters lead the report, in their order. */
  private final List<Group> all = new ArrayList<>();

  /** How the candidates of one group go through its filters. */
  @FunctionalInterface
  interface Run {
    ChainResult run(FilterSequence filters, List<Candidate> group);
  }

  MarketplaceGroups(FilterSequence filters, Map<String, FilterSequence> overrides) {
    own = new Group(filters);
    all.add(own);
    overrides.forEach((marketplace, sequence) -> add(marketplace, new Group(sequence)));
  }

  private void add(String marketplace, Group group) {
    byMarketplace.put(marketplace, group);
    all.add(group);
  }

  ChainResult run(List<Candidate> candidates, Run run) {
    for (Candidate candidate : candidates) {
      group(candidate).members.add(candidate);
    }
    List<RejectedCandidate> rejected = new ArrayList<>();
    Map<String, FilterOutcome> outcomes = new LinkedHashMap<>();
    for (Group group : all) {
      ChainResult result = run.run(group.filters, group.members);
      group.passed = result.passed();
      rejected.addAll(result.rejected());
      result.outcomes().forEach(o -> outcomes.merge(o.filterId(), o, FilterOutcome::plus));
    }
    return new ChainResult(passed(candidates), rejected, List.copyOf(outcomes.values()));
  }

  private Group group(Candidate candidate) {
    return byMarketplace.getOrDefault(candidate.key().marketplace(), own);
  }

  private List<Candidate> passed(List<Candidate> candidates) {
    List<Candidate> passed = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      Group group = group(candidate);
      if (group.isNext(candidate)) {
        passed.add(group.passed.get(group.taken++));
      }
    }
    return passed;
  }

  /** Candidates with the same filters, and how many of those that passed are merged already. */
  private static final class Group {
    final FilterSequence filters;
    final List<Candidate> members = new ArrayList<>();
    List<Candidate> passed = List.of();
    int taken;

    Group(FilterSequence filters) {
      this.filters = filters;
    }

    boolean isNext(Candidate candidate) {
      return taken < passed.size() && passed.get(taken).key().equals(candidate.key());
    }
  }
}
