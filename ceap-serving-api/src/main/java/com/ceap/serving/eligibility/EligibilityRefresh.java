package com.ceap.serving.eligibility;

import com.ceap.filters.ChainResult;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks a program's own filters once more about candidates that were decided days ago, and marks as
 * expired what they turn away now. Where a look-up fails, the last verdict stands in, and without
 * one the decision that was stored: both had every look-up. Thread-safe.
 */
public final class EligibilityRefresh {
  private static final String CACHE = "verdicts";
  private static final String SETTLED = "SETTLED_ELSEWHERE";

  private final Function<String, Optional<Program>> programs;
  private final GuardedPorts ports;
  private final Consumer<StoredCandidate> expire;
  private final FilterChains chains;
  private final VerdictCache cache;
  private final Duration staleness;
  private final ServingMetrics metrics;
  private final InstantSource clock;

  /**
   * A refresh.
   *
   * @param expire marks a candidate as expired, unless it was decided anew
   * @param staleness how old a decision may be before it is checked anew
   * @param verdictLife how long such a check holds
   */
  public EligibilityRefresh(
      Function<String, Optional<Program>> programs,
      ExtensionRegistry<? extends FilterFactory<?>> filters,
      ReferencePorts ports,
      Consumer<StoredCandidate> expire,
      Duration staleness,
      Duration verdictLife,
      ServingMetrics metrics,
      InstantSource clock) {
    this.programs = programs;
    this.ports = new GuardedPorts(ports, metrics, clock);
    this.expire = expire;
    this.chains = new FilterChains(filters);
    this.cache = new VerdictCache(verdictLife, clock);
    this.staleness = staleness;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Checks what is due, in one batch.
   *
   * @param all whether every candidate is due, however young, and no earlier check holds
   */
  public Refreshed refresh(List<Aged> candidates, boolean all) {
    Instant oldest = clock.instant().minus(staleness);
    Map<CandidateKey, Verdict> verdicts = new HashMap<>();
    List<Aged> due = new ArrayList<>();
    for (Aged aged : candidates) {
      if (all) {
        due.add(aged);
      } else if (aged.stored().storedAt().isBefore(oldest)) {
        cache
            .holding(aged.stored())
            .ifPresentOrElse(verdict -> verdicts.put(aged.key(), verdict), () -> due.add(aged));
      }
    }
    if (verdicts.isEmpty() && due.isEmpty()) {
      return new Refreshed(verdicts, Set.of());
    }
    metrics.looked(CACHE, verdicts.size(), due.size());
    Set<Degradation> degradations = due.isEmpty() ? Set.of() : new Round(due).run(verdicts);
    return new Refreshed(verdicts, degradations);
  }

  /** The checks of one answer. */
  private final class Round {
    private final List<Aged> due;
    private final ReferenceBatch reference;
    private final FilterContext context;
    private final Set<Degradation> degradations = EnumSet.noneOf(Degradation.class);

    Round(List<Aged> due) {
      this.due = due;
      this.reference = new ReferenceBatch(ports, due);
      this.context = new FilterContext(reference.lookups(), clock.instant());
    }

    Set<Degradation> run(Map<CandidateKey, Verdict> verdicts) {
      Map<String, List<Aged>> byProgram =
          due.stream().collect(Collectors.groupingBy(aged -> aged.key().programId()));
      byProgram.forEach((program, group) -> verdicts.putAll(verdicts(program, group)));
      return degradations;
    }

    /** One program's trouble stays its own. */
    private Map<CandidateKey, Verdict> verdicts(String programId, List<Aged> group) {
      try {
        Map<CandidateKey, Verdict> fresh = check(programs.apply(programId).orElseThrow(), group);
        Set<Degradation> missed = reference.takeMissed();
        degradations.addAll(missed);
        // A verdict that missed something is good for this answer only.
        group.forEach(aged -> conclude(aged, fresh.get(aged.key()), missed.isEmpty()));
        return fresh;
      } catch (RuntimeException e) {
        degradations.addAll(reasons(e));
        return group.stream().collect(Collectors.toMap(Aged::key, this::standIn));
      }
    }

    private Set<Degradation> reasons(RuntimeException e) {
      Set<Degradation> missed = reference.takeMissed();
      if (missed.isEmpty()) {
        metrics.degraded(Degradation.CHECK_FAILED, e);
        return Set.of(Degradation.CHECK_FAILED);
      }
      return missed;
    }

    private Map<CandidateKey, Verdict> check(Program program, List<Aged> group) {
      List<Candidate> candidates = group.stream().map(Aged::candidate).toList();
      ChainResult result = chains.of(program).apply(candidates, context);
      Map<CandidateKey, Verdict> verdicts = new HashMap<>();
      for (Candidate passed : result.passed()) {
        verdicts.put(passed.key(), verdict(passed));
      }
      for (RejectedCandidate rejected : result.rejected()) {
        verdicts.put(
            rejected.candidate().key(), new Verdict.Ineligible(rejected.rejection().reasonCode()));
      }
      return verdicts;
    }

    private Verdict verdict(Candidate passed) {
      return reference.settled(passed.key())
          ? new Verdict.Ineligible(SETTLED)
          : new Verdict.Eligible(Set.copyOf(passed.channels()));
    }

    private Verdict standIn(Aged aged) {
      return cache
          .standIn(aged.stored())
          .orElseGet(() -> new Verdict.Eligible(Set.copyOf(aged.candidate().channels())));
    }

    private void conclude(Aged aged, Verdict verdict, boolean complete) {
      if (complete || verdict instanceof Verdict.Ineligible) {
        cache.put(aged.stored(), verdict);
      }
      if (verdict instanceof Verdict.Ineligible) {
        mark(aged.stored());
      }
    }

    /** It is left out in any case; a mark that fails is made by the next check. */
    private void mark(StoredCandidate stored) {
      try {
        expire.accept(stored);
        metrics.expired(1);
      } catch (CeapException e) {
        metrics.failed("expire", e);
      }
    }
  }
}
