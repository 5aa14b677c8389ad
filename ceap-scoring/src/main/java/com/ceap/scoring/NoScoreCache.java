package com.ceap.scoring;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows no scores and keeps none, for runs that leave no trace. Thread-safe. */
public final class NoScoreCache implements ScoreCache {
  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    return Map.of();
  }

  @Override
  public void put(Map<CandidateKey, List<Score>> scores) {
    // Leaving no trace is what it is for.
  }
}
