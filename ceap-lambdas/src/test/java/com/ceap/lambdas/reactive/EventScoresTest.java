package com.ceap.lambdas.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.Subject;
import com.ceap.storage.ScoreCacheRepository;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EventScoresTest {
  private static final CandidateKey KEY =
      new CandidateKey("C", "p", "US", new Subject("cart", "CART"));

  private final MovedClock clock = new MovedClock(CartShop.ABANDONED);
  private final ScoreCacheRepository store = Stores.on(new MemoryTables(clock), clock).scores();
  private final EventScores scores = new EventScores(store);

  @Test
  void whatModelsAnswerIsHeldBack() {
    scores.put(Map.of(KEY, List.of(score("a", 0.5))));

    assertThat(store.find("a", List.of(KEY))).isEmpty();
    assertThat(scores.toKeep()).containsExactly(score("a", 0.5));
  }

  @Test
  void aScoreThatStoodInIsKeptBesideTheFreshOnes() {
    store.put(Map.of(KEY, List.of(score("b", 0.25))));

    scores.put(Map.of(KEY, List.of(score("a", 0.5))));
    scores.find("b", List.of(KEY));

    assertThat(scores.toKeep()).extracting(Score::modelId).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whereNoModelAnsweredTheCacheStaysAsItIs() {
    store.put(Map.of(KEY, List.of(score("b", 0.25))));

    scores.put(Map.of());
    scores.find("b", List.of(KEY));

    assertThat(scores.toKeep()).isEmpty();
  }

  private Score score(String modelId, double value) {
    return new Score(modelId, value, OptionalInt.empty(), Score.Origin.MODEL, clock.instant());
  }
}
