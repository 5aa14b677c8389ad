package com.ceap.scoring;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Scores by model and candidate. */
public final class InMemoryScoreCache implements ScoreCache {
  private record Entry(String modelId, CandidateKey key) {}

  private final Map<Entry, Score> scores = new ConcurrentHashMap<>();

  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    Map<CandidateKey, Score> found = new HashMap<>();
    for (CandidateKey key : keys) {
      find(modelId, key).ifPresent(score -> found.put(key, score));
    }
    return found;
  }

  public Optional<Score> find(String modelId, CandidateKey key) {
    return Optional.ofNullable(scores.get(new Entry(modelId, key)));
  }

  @Override
  public void put(Map<CandidateKey, List<Score>> fresh) {
    fresh.forEach(
        (key, all) -> all.forEach(score -> scores.put(new Entry(score.modelId(), key), score)));
  }

  public int size() {
    return scores.size();
  }
}
