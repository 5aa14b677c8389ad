package com.ceap.storage;

import static com.ceap.storage.CeapTables.SCORES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.port.ScoreCache;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores by candidate and model, for seven days from when they were given. All models' scores of a
 * candidate lie in one item, which halves the writes of a program with two models. Thread-safe.
 */
public final class ScoreCacheRepository implements ScoreCache {

  private static final Duration LIFE = Duration.ofDays(7);
  private static final String MODELS = "models";

  private final Table table;
  private final InstantSource clock;

  ScoreCacheRepository(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** What is found says of itself that it comes from the cache. */
  @Override
  public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
    Instant oldest = clock.instant().minus(LIFE);
    Map<CandidateKey, Score> scores = new HashMap<>();
    items(keys)
        .forEach(
            (candidate, item) -> {
              Item models = item.map(MODELS);
              if (models.has(modelId)) {
                Score score =
                    CandidateCodec.score(modelId, models.map(modelId), Score.Origin.CACHE);
                if (score.scoredAt().isAfter(oldest)) {
                  scores.put(candidate, score);
                }
              }
            });
    return scores;
  }

  private Map<CandidateKey, Item> items(Collection<CandidateKey> candidates) {
    Map<Key, CandidateKey> byKey = HashMap.newHashMap(candidates.size());
    candidates.forEach(candidate -> byKey.put(key(candidate), candidate));
    Map<CandidateKey, Item> items = HashMap.newHashMap(candidates.size());
    table.batchGet(byKey.keySet()).forEach((key, item) -> items.put(byKey.get(key), item));
    return items;
  }

  /** Two writers at once may lose a score of one of them, which then is computed again. */
  @Override
  public void put(Map<CandidateKey, List<Score>> scores) {
    Map<CandidateKey, Item> known = items(scores.keySet());
    List<BatchWrite> writes = new ArrayList<>(scores.size());
    scores.forEach(
        (candidate, fresh) ->
            writes.add(
                BatchWrite.put(item(candidate, fresh, known.getOrDefault(candidate, Item.EMPTY)))));
    table.batchWrite(writes);
  }

  /** All scores of a candidate as one item: the known ones and, in their place, the fresh ones. */
  static Item item(CandidateKey candidate, List<Score> fresh, Item known) {
    Item.Builder models = Item.builder();
    if (!known.isEmpty()) {
      models.withAll(known.map(MODELS));
    }
    Instant newest = Instant.MIN;
    for (Score score : fresh) {
      models.set(score.modelId(), new Value.MapOf(CandidateCodec.score(score).build()));
      newest = score.scoredAt().isAfter(newest) ? score.scoredAt() : newest;
    }
    return Item.builder()
        .withAll(SCORES.keyItem(key(candidate)))
        .with(MODELS, new Value.MapOf(models.build()))
        .with(SCORES.ttlAttribute(), newest.plus(LIFE).getEpochSecond())
        .build();
  }

  private static Key key(CandidateKey candidate) {
    return Key.of(candidate.customerId(), CandidateKeys.identity(candidate));
  }
}
