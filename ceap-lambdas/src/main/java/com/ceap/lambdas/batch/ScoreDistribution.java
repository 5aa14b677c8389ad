package com.ceap.lambdas.batch;

import com.ceap.model.ScoreBand;
import com.ceap.model.ScoredCandidate;
import java.util.List;

/** How many scored candidates lie in each band. */
public record ScoreDistribution(long high, long medium, long low) {
  public static final ScoreDistribution EMPTY = new ScoreDistribution(0, 0, 0);

  static ScoreDistribution of(List<ScoredCandidate> scored) {
    long high = 0;
    long medium = 0;
    for (ScoredCandidate candidate : scored) {
      ScoreBand band = ScoreBand.of(candidate.score());
      high += band == ScoreBand.HIGH ? 1 : 0;
      medium += band == ScoreBand.MEDIUM ? 1 : 0;
    }
    return new ScoreDistribution(high, medium, scored.size() - high - medium);
  }

  ScoreDistribution plus(ScoreDistribution other) {
    return new ScoreDistribution(high + other.high, medium + other.medium, low + other.low);
  }
}
