package com.ceap.lambdas.store;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.ErasureLog;
import com.ceap.storage.Run;
import com.ceap.storage.RunRepository;
import com.ceap.storage.RunStamp;
import com.ceap.storage.RunStanding;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes a run's candidates. Repeating a write changes nothing, and a run that a newer one has
 * overtaken is refused, so that a straggler cannot take decisions back in time. Thread-safe.
 */
public final class StoreStage {
  private final CandidateRepository candidates;
  private final RunRepository runs;
  private final ErasureLog erasures;
  private final Duration candidateLife;

  public StoreStage(
      CandidateRepository candidates,
      RunRepository runs,
      ErasureLog erasures,
      Duration candidateLife) {
    this.candidates = candidates;
    this.runs = runs;
    this.erasures = erasures;
    this.candidateLife = candidateLife;
  }

  /**
   * Makes the run known as its program's newest.
   *
   * @throws CeapException RUN_SUPERSEDED where a newer run is known
   */
  public Run begin(RunKeys keys, LocalDate businessDate, Instant now) {
    Run run = Run.starting(keys.programId(), keys.executionId(), businessDate, now);
    check(run, runs.register(run));
    return run;
  }

  /**
   * Asked before each chunk.
   *
   * @throws CeapException RUN_SUPERSEDED where a newer run is known
   */
  public void beforeChunk(Run run) {
    check(run, runs.standing(run));
  }

  /** Which decisions may be stored: not those on what was erased since it happened. */
  public Predicate<ScoredCandidate> remembered() {
    ErasedCustomers erased = new ErasedCustomers(erasures.all());
    return decision -> !erased.forgot(decision);
  }

  public void store(Run run, List<ScoredCandidate> batch) {
    candidates.storeAll(
        new RunStamp(run.runId(), run.businessDate(), run.startedAt(), candidateLife), batch);
  }

  /**
   * Takes back what a run has stored of customers who were erased while it ran.
   *
   * @return how many candidates
   */
  public int forget(Run run) {
    ErasedCustomers erased = new ErasedCustomers(erasures.all());
    int forgotten = 0;
    for (Map.Entry<String, Instant> customer : erased.at().entrySet()) {
      if (!customer.getValue().isBefore(run.startedAt())) {
        forgotten += forget(run, customer.getKey(), erased);
      }
    }
    return forgotten;
  }

  private int forget(Run run, String customerId, ErasedCustomers erased) {
    List<StoredCandidate> stored =
        candidates.findConsistently(customerId).candidates().stream()
            .filter(candidate -> candidate.runId().equals(run.runId()))
            .filter(candidate -> erased.forgot(candidate.decision()))
            .toList();
    stored.forEach(candidates::remove);
    return stored.size();
  }

  public void end(Run run, boolean succeeded, String summary) {
    runs.update(run.ended(succeeded ? Run.State.SUCCEEDED : Run.State.FAILED, summary));
  }

  /**
   * Ends a run as FAILED that still counts as running, although nobody works on it.
   *
   * @return whether it did
   */
  public boolean settle(Run run, String summary) {
    return runs.settle(run.ended(Run.State.FAILED, summary));
  }

  private static void check(Run run, RunStanding standing) {
    switch (standing) {
      case RunStanding.Newest _ -> {}
      case RunStanding.Superseded superseded ->
          throw new CeapException(
              ErrorCode.RUN_SUPERSEDED,
              "run %s of business date %s is older than run %s of %s, which has stored since; run a"
                      .formatted(
                          run.runId(),
                          run.businessDate(),
                          superseded.byRunId(),
                          superseded.byBusinessDate())
                  + " date that is not older");
    }
  }
}
