package com.ceap.lambdas.retrain;

import com.ceap.lambdas.retrain.RetrainRecord.Figures;
import java.util.Optional;

/**
 * Which of two models answers better on the same rows.
 *
 * @param better whether the new one surely is
 * @param reason one sentence
 */
public record Verdict(
    boolean better,
    String reason,
    Optional<Figures> inPlace,
    Optional<Figures> trained,
    Optional<Improvement> improvement) {

  /** By the rule that the models of one machine follow too: a gain that is surely above zero. */
  static Verdict of(ModelAnswers inPlace, ModelAnswers trained, boolean[] labels, long seed) {
    Improvement gain =
        Improvement.of(inPlace.probabilities(), trained.probabilities(), labels, seed);
    boolean mute = inPlace.discounts() && !trained.discounts();
    boolean better = gain.isSure() && !mute;
    return new Verdict(
        better,
        mute ? "it recommends no discounts, as the model in place does" : gain.reason(),
        Optional.of(Figures.of(inPlace.probabilities(), labels)),
        Optional.of(Figures.of(trained.probabilities(), labels)),
        Optional.of(gain));
  }
}
