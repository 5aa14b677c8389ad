package com.ceap.lambdas.reactive;

import com.ceap.filters.ChainResult;
import com.ceap.filters.FilterChain;
import com.ceap.filters.spi.FilterContext;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.events.SubjectEvent;
import com.ceap.lambdas.journey.Journey;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import com.ceap.model.port.Lookups;
import com.ceap.model.port.ScoreCache;
import com.ceap.model.program.Program;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringResult;
import com.ceap.storage.DecisionData;
import com.ceap.storage.DecisionReader.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Decides about the events of one version of a program, with the filters and models of the batch.
 * Does no I/O but that of filters and models themselves. Thread-safe.
 */
public final class EventDecisions {
  private final Program program;
  private final EventCandidates candidates;
  private final EventNeeds needs;
  private final FilterChain filters;
  private final Scorer scorer;
  private final ScoreCache scores;
  private final MarketplaceTerms terms;
  private final Map<String, MarketplaceTerms> overrides;

  EventDecisions(
      Program program,
      Registries registries,
      Scorer scorer,
      ScoreCache scores,
      Function<Program, IntFunction<String>> offerCodes) {
    this.program = program;
    this.candidates = new EventCandidates(program, registries.channels());
    this.needs = new EventNeeds(program);
    this.filters = FilterChain.of(program, registries.filters());
    this.scorer = scorer;
    this.scores = scores;
    this.terms = terms(program, offerCodes);
    this.overrides =
        program.overrides().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, form -> terms(form.getValue(), offerCodes)));
  }

  private static MarketplaceTerms terms(
      Program program, Function<Program, IntFunction<String>> offerCodes) {
    return new MarketplaceTerms(Journey.of(program), offerCodes.apply(program));
  }

  public Program program() {
    return program;
  }

  MarketplaceTerms terms(String marketplace) {
    return overrides.getOrDefault(marketplace, terms);
  }

  /** What has to be read before the event can be decided. */
  public Wanted wanted(SubjectEvent event) {
    return needs.of(candidates.provisional(event));
  }

  /**
   * Decides.
   *
   * @throws com.ceap.model.error.CeapException where a filter's or a model's own service fails
   */
  public Decision decide(SubjectEvent event, DecisionData data, Instant now) {
    Candidate candidate = candidates.of(event, data.customer());
    Optional<Rejection> refusal = candidates.refusal(candidate);
    if (refusal.isPresent()) {
      return new Decision.Rejected(candidate, refusal.get());
    }
    FilterContext context = new FilterContext(new Lookups(data, data, data), now);
    ChainResult chain = filters.applyInParallel(List.of(candidate), context);
    return chain.passed().isEmpty() ? rejected(chain.rejected()) : score(chain.passed(), data, now);
  }

  /** Decides as far as filters do, of which nothing is kept. */
  void prime(SubjectEvent event, DecisionData data, Instant now) {
    FilterContext context = new FilterContext(new Lookups(data, data, data), now);
    var _ = filters.applyInParallel(List.of(candidates.provisional(event)), context);
  }

  private Decision score(List<Candidate> passed, DecisionData data, Instant now) {
    EventScores kept = new EventScores(scores);
    ScoringResult result = scorer.over(data, kept).score(program, passed, now);
    if (result.scored().isEmpty()) {
      return rejected(result.rejected());
    }
    var scored = result.scored().getFirst();
    return new Decision.Passed(terms(scored.key().marketplace()).withOffer(scored), kept.toKeep());
  }

  private static Decision rejected(List<RejectedCandidate> one) {
    return new Decision.Rejected(one.getFirst().candidate(), one.getFirst().rejection());
  }
}
