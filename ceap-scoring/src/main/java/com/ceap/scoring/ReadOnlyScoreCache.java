package com.ceap.scoring;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A score cache that a dry run reads, so that it falls back as a real run would. Thread-safe. */
public final class ReadOnlyScoreCache implements ScoreCache {
  private final ScoreCache cache;

  public ReadOnlyScoreCache(ScoreCache cache) {
    this.cache = cache;
  }

  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    return cache.find(modelId, keys);
  }

  @Override
  public void put(Map<CandidateKey, List<Score>> scores) {
    // A dry run changes nothing.
  }
}
