package com.ceap.storage;

import static com.ceap.storage.CeapTables.SCORES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores by candidate and model, for seven days from when they were given. Thread-safe. */
public final class ScoreCacheRepository implements ScoreCache {

  private static final Duration LIFE = Duration.ofDays(7);

  private final Table table;

  ScoreCacheRepository(Table table) {
    this.table = table;
  }

  /** What is found says of itself that it comes from the cache. */
  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    Map<Key, CandidateKey> byKey = HashMap.newHashMap(keys.size());
    keys.forEach(candidate -> byKey.put(key(modelId, candidate), candidate));
    Map<CandidateKey, Score> scores = new HashMap<>();
    table
        .batchGet(byKey.keySet())
        .forEach(
            (key, item) ->
                scores.put(
                    byKey.get(key), CandidateCodec.score(modelId, item, Score.Origin.CACHE)));
    return scores;
  }

  @Override
  public void put(Map<CandidateKey, Score> scores) {
    List<BatchWrite> writes = new ArrayList<>(scores.size());
    scores.forEach((candidate, score) -> writes.add(BatchWrite.put(item(candidate, score))));
    table.batchWrite(writes);
  }

  private static Item item(CandidateKey candidate, Score score) {
    return CandidateCodec.score(score)
        .withAll(SCORES.keyItem(key(score.modelId(), candidate)))
        .with(SCORES.ttlAttribute(), score.scoredAt().plus(LIFE).getEpochSecond())
        .build();
  }

  private static Key key(String modelId, CandidateKey candidate) {
    String sort = CandidateKeys.identity(candidate) + CompositeKey.of(modelId);
    return Key.of(candidate.customerId(), sort);
  }
}
