package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.port.FeatureStore;
import com.ceap.model.port.ScoreCache;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores chunks of candidates with the models of their program, in batch and in the reactive path
 * alike. Thread-safe; keep one for the life of the process, since it holds the circuit breakers.
 */
public final class Scorer {
  private final FeatureAssembler features;
  private final HostedModels models;
  private final ScoreCache cache;
  private final StandIns standIns;

  /**
   * @param time what the circuit breakers go by
   */
  public Scorer(
      ScoringProviders providers, FeatureStore features, ScoreCache cache, InstantSource time) {
    this(features, new HostedModels(providers, new Breakers(time)), cache);
  }

  private Scorer(FeatureStore features, HostedModels models, ScoreCache cache) {
    this.features = new FeatureAssembler(features);
    this.models = models;
    this.cache = cache;
    this.standIns = new StandIns(cache);
  }

  /** The same models behind the same breakers, over what was read for one event. */
  public Scorer over(FeatureStore otherFeatures, ScoreCache otherCache) {
    return new Scorer(otherFeatures, models, otherCache);
  }

  /**
   * Each model scores by itself; where it fails, cached scores and then its fallback stand in. A
   * candidate's score is the mean of the models, and 1 in a program without models, which ranks
   * nothing. What a marketplace overrides holds for its candidates.
   *
   * @param now when the scores are given
   * @throws CeapException the model's, where nothing stands in for it; the store's, where features
   *     or cached scores cannot be read or kept; PROGRAM_INVALID; MODEL_MISSING
   */
  public ScoringResult score(Program program, List<Candidate> chunk, Instant now) {
    ChunkVerdicts verdicts = new ChunkVerdicts(chunk.size());
    for (Share share : Share.of(program, chunk)) {
      score(share, now, verdicts);
    }
    return verdicts.result();
  }

  private void score(Share share, Instant now, ChunkVerdicts verdicts) {
    HostedModels.HostedProgram program = models.of(share.program());
    List<HostedModel> hosted = program.models();
    ChunkFeatures chunk = features.assemble(program.plan(), share.candidates());
    List<ModelScores> scores = new ArrayList<>();
    List<ModelCalls> calls = new ArrayList<>();
    Map<CandidateKey, List<Score>> fresh = new HashMap<>();
    for (int i = 0; i < hosted.size(); i++) {
      ModelScores model = new ModelScores(hosted.get(i).spec().modelId(), share.candidates(), now);
      calls.add(new ModelCalls(hosted.get(i), chunk.models().get(i), model));
      calls.getLast().run();
      model.addFresh(fresh);
      scores.add(model);
    }
    // Before anything may fail for want of a stand-in: what was answered need not be asked again.
    cache.put(fresh);
    for (int i = 0; i < hosted.size(); i++) {
      standIns.fill(hosted.get(i).spec(), scores.get(i));
      verdicts.report(calls.get(i).report());
    }
    combine(share, chunk.merged(), scores, verdicts);
  }

  private static void combine(
      Share share, List<Attributes> features, List<ModelScores> models, ChunkVerdicts verdicts) {
    for (int i = 0; i < share.candidates().size(); i++) {
      Candidate candidate = share.candidates().get(i);
      int position = share.position().applyAsInt(i);
      Optional<Rejection> rejection = rejection(models, i);
      if (rejection.isPresent()) {
        verdicts.rejected(position, new RejectedCandidate(candidate, rejection.get()));
      } else {
        verdicts.scored(
            position, scored(share.program(), candidate, features.get(i), scores(models, i)));
      }
    }
  }

  /** The first verdict in the models' order. */
  private static Optional<Rejection> rejection(List<ModelScores> models, int candidate) {
    for (ModelScores model : models) {
      Optional<Rejection> rejection = model.rejection(candidate);
      if (rejection.isPresent()) {
        return rejection;
      }
    }
    return Optional.empty();
  }

  private static List<Score> scores(List<ModelScores> models, int candidate) {
    Score[] scores = new Score[models.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = models.get(i).score(candidate);
    }
    return List.of(scores);
  }

  private static ScoredCandidate scored(
      Program program, Candidate candidate, Attributes features, List<Score> scores) {
    return new ScoredCandidate(
        candidate,
        features,
        scores,
        mean(scores),
        Offer.percent(program.discountStrategy(), scores));
  }

  private static double mean(List<Score> scores) {
    if (scores.isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (Score score : scores) {
      sum += score.value();
    }
    return sum / scores.size();
  }
}
