package com.ceap.scoring;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.Score.Origin;
import com.ceap.scoring.spi.ModelAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One model's scores for a chunk while they come together. For one thread. */
final class ModelScores {
  private final String modelId;
  private final List<Candidate> chunk;
  private final Instant now;
  private final Score[] scores;
  private int answered;
  private int cached;
  private int fallbacks;
  private final List<Open> open = new ArrayList<>();
  private final Map<Integer, Rejection> rejections = new HashMap<>();

  ModelScores(String modelId, List<Candidate> chunk, Instant now) {
    this.modelId = modelId;
    this.chunk = chunk;
    this.now = now;
    this.scores = new Score[chunk.size()];
  }

  void answered(int candidate, ModelAnswer answer) {
    put(
        candidate,
        new Score(
            modelId,
            answer.score(),
            answer.discountPercent(),
            answer.confidence(),
            Origin.MODEL,
            now));
  }

  void cached(int candidate, Score score) {
    put(
        candidate,
        new Score(
            modelId,
            score.value(),
            score.discountPercent(),
            score.confidence(),
            Origin.CACHE,
            score.scoredAt()));
  }

  void fallback(int candidate, double value) {
    put(candidate, new Score(modelId, value, OptionalInt.empty(), Origin.FALLBACK, now));
  }

  void reject(int candidate, Rejection verdict) {
    rejections.put(candidate, verdict);
  }

  void leaveOpen(Open candidate) {
    open.add(candidate);
  }

  private void put(int candidate, Score score) {
    scores[candidate] = score;
    switch (score.origin()) {
      case MODEL -> answered++;
      case CACHE -> cached++;
      case FALLBACK -> fallbacks++;
    }
  }

  List<Open> open() {
    return open;
  }

  CandidateKey key(int candidate) {
    return chunk.get(candidate).key();
  }

  /** Adds the model's own scores so far. */
  void addFresh(Map<CandidateKey, List<Score>> fresh) {
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] != null && scores[i].origin() == Origin.MODEL) {
        fresh.computeIfAbsent(key(i), _ -> new ArrayList<>(2)).add(scores[i]);
      }
    }
  }

  int count(Origin origin) {
    return switch (origin) {
      case MODEL -> answered;
      case CACHE -> cached;
      case FALLBACK -> fallbacks;
    };
  }

  int rejected() {
    return rejections.size();
  }

  Optional<Rejection> rejection(int candidate) {
    return rejections.isEmpty() ? Optional.empty() : Optional.ofNullable(rejections.get(candidate));
  }

  /** The score of a candidate that has no {@link #rejection}. */
  Score score(int candidate) {
    return scores[candidate];
  }
}
