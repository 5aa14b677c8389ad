package com.ceap.model.port;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Scores that models gave before, by candidate and model; entries expire after seven days. */
public interface ScoreCache {
  /** The scores of one model that are still alive, for the keys that have one. */
  Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys);

  /**
   * Keeps scores of any number of models, each in place of what is known of the same candidate and
   * model; all others stay.
   */
  void put(Map<CandidateKey, List<Score>> scores);
}
