package com.ceap.scoring;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.error.CeapException;
import com.ceap.model.port.ScoreCache;
import com.ceap.model.program.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands in where a model gave no score: the cached score, then the configured fallback. No
 * score is ever invented. Thread-safe.
 */
final class StandIns {
  private final ScoreCache cache;

  StandIns(ScoreCache cache) {
    this.cache = cache;
  }

  /**
   * @throws CeapException the model's own error where a candidate that was to be scored has neither
   */
  void fill(ModelSpec model, ModelScores scores) {
    if (scores.open().isEmpty()) {
      return;
    }
    Map<CandidateKey, Score> cached = cached(model, scores);
    for (Open open : scores.open()) {
      Score known = cached.get(scores.key(open.candidate()));
      if (known != null) {
        scores.cached(open.candidate(), known);
      } else if (model.fallback().isPresent()) {
        scores.fallback(open.candidate(), model.fallback().getAsDouble());
      } else {
        giveUp(model, scores, open);
      }
    }
  }

  /** Where the cache is down too, its error must not hide why it was asked. */
  private Map<CandidateKey, Score> cached(ModelSpec model, ModelScores scores) {
    List<CandidateKey> keys =
        scores.open().stream().map(open -> scores.key(open.candidate())).toList();
    try {
      return cache.find(model.modelId(), keys);
    } catch (RuntimeException e) {
      scores.open().stream().flatMap(StandIns::problem).distinct().forEach(e::addSuppressed);
      throw e;
    }
  }

  private static Stream<CeapException> problem(Open open) {
    return switch (open) {
      case Open.Gap gap -> Stream.empty();
      case Open.Unanswered unanswered -> Stream.of(unanswered.problem());
    };
  }

  private static void giveUp(ModelSpec model, ModelScores scores, Open open) {
    switch (open) {
      case Open.Gap gap -> scores.reject(gap.candidate(), gap.verdict());
      case Open.Unanswered unanswered -> throw unscored(model, unanswered.problem());
    }
  }

  private static CeapException unscored(ModelSpec model, CeapException problem) {
    return new CeapException(
        problem.code(),
        "model '%s' gave no score, and a candidate has neither a cached score nor does the model have a fallback: %s"
            .formatted(model.modelId(), problem.getMessage()),
        problem);
  }
}
