package com.ceap.lambdas.reactive;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The score cache as one event's decision sees it: what models answer is held back, to be written
 * with the decision; the store is asked only for a score that has to stand in. For one thread.
 */
final class EventScores implements ScoreCache {
  private final ScoreCache store;
  private final Map<String, Score> byModel = new HashMap<>();
  private boolean fresh;

  EventScores(ScoreCache store) {
    this.store = store;
  }

  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    Map<CandidateKey, Score> found = store.find(modelId, keys);
    found.values().forEach(score -> byModel.putIfAbsent(modelId, score));
    return found;
  }

  @Override
  public void put(Map<CandidateKey, List<Score>> scores) {
    for (List<Score> some : scores.values()) {
      some.forEach(score -> byModel.put(score.modelId(), score));
      fresh |= !some.isEmpty();
    }
  }

  /** What the cache is to know from now on; empty where no model has answered. */
  List<Score> toKeep() {
    return fresh ? List.copyOf(byModel.values()) : List.of();
  }
}
