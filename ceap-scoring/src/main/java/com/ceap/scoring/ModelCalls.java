package com.ceap.scoring;

import com.ceap.model.Score.Origin;
import com.ceap.model.error.CeapException;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Calls one model for the rows of a chunk. For one thread. */
final class ModelCalls {
  private final HostedModel model;
  private final ModelRows rows;
  private final ModelScores scores;
  private final Set<String> failures = new LinkedHashSet<>();
  private int calls;
  private int failedCalls;
  private long nanos;

  ModelCalls(HostedModel model, ModelRows rows, ModelScores scores) {
    this.model = model;
    this.rows = rows;
    this.scores = scores;
  }

  void run() {
    long start = System.nanoTime();
    rows.gaps().forEach(scores::leaveOpen);
    int count = rows.rows().size();
    for (int from = 0; from < count; from += ScoringProvider.MAX_ROWS) {
      call(from, Math.min(count, from + ScoringProvider.MAX_ROWS));
    }
    nanos = System.nanoTime() - start;
  }

  private void call(int from, int to) {
    switch (model.call(rows.rows().subList(from, to))) {
      case CallOutcome.Answered(List<ModelAnswer> answers) -> {
        calls++;
        answered(from, answers);
      }
      case CallOutcome.Unfit(CeapException problem) -> {
        calls++;
        isolate(from, to, problem);
      }
      case CallOutcome.Failed(CeapException problem) -> {
        calls++;
        failedCalls++;
        unanswered(from, to, problem);
      }
      case CallOutcome.Refused(CeapException problem) -> unanswered(from, to, problem);
    }
  }

  private void answered(int from, List<ModelAnswer> answers) {
    for (int i = 0; i < answers.size(); i++) {
      scores.answered(rows.candidate(from + i), answers.get(i));
    }
  }

  /** Halves the call until the row that the model cannot take stands alone. */
  private void isolate(int from, int to, CeapException problem) {
    if (to - from == 1) {
      scores.leaveOpen(
          new Open.Gap(rows.candidate(from), Verdicts.featureInvalid(model.spec(), problem)));
      return;
    }
    int middle = (from + to) >>> 1;
    call(from, middle);
    call(middle, to);
  }

  private void unanswered(int from, int to, CeapException problem) {
    failures.add(problem.getMessage());
    for (int row = from; row < to; row++) {
      scores.leaveOpen(new Open.Unanswered(rows.candidate(row), problem));
    }
  }

  ModelReport report() {
    return new ModelReport(
        model.spec().modelId(),
        scores.count(Origin.MODEL),
        scores.count(Origin.CACHE),
        scores.count(Origin.FALLBACK),
        scores.rejected(),
        calls,
        failedCalls,
        List.copyOf(failures),
        Duration.ofNanos(nanos));
  }
}
