package com.ceap.local.model;

import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.retrain.ExportedDecisions;
import com.ceap.lambdas.retrain.Improvement;
import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.RetrainObjects;
import com.ceap.lambdas.retrain.RetrainRecord;
import com.ceap.lambdas.retrain.RetrainRecord.Decision;
import com.ceap.lambdas.retrain.RetrainRecord.Figures;
import com.ceap.lambdas.retrain.TrainingSet;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Trains models anew on what was exported, and puts each in place of the one that answers until now
 * where it is surely better: on the newest fifth of the decisions, which neither has seen, the 95 %
 * interval of its gain in log loss lies above zero. What was decided is kept under {@code
 * models/decisions/{model}/}. Thread-safe.
 */
public final class Retraining {
  private final FolderObjectStore objects;
  private final ModelFiles files;
  private final ExportedDecisions decisions;
  private final InstantSource clock;

  /**
   * Retraining of the models of a folder.
   *
   * @param scratch an existing folder
   */
  public Retraining(FolderObjectStore objects, Path modelsDir, Path scratch, InstantSource clock) {
    this.objects = objects;
    this.files = new ModelFiles(modelsDir);
    this.decisions = new ExportedDecisions(objects, scratch, ExportLimits.DEFAULT);
    this.clock = clock;
  }

  /** Every model that can be trained here, or only those of some ids. */
  public List<RetrainRecord> retrain(
      Optional<Collection<String>> modelIds, long seed, TrainingProgress progress) {
    List<LocalModel> models =
        LocalModel.all().stream()
            .filter(model -> modelIds.map(ids -> ids.contains(model.modelId())).orElse(true))
            .toList();
    List<RetrainRecord> records = new ArrayList<>();
    for (LocalModel model : models) {
      progress.progress(model.modelId(), records.size(), models.size());
      RetrainRecord record = retrain(model, seed);
      RetrainObjects.keep(objects, record);
      records.add(record);
    }
    return records;
  }

  private RetrainRecord retrain(LocalModel model, long seed) {
    Instant now = clock.instant();
    TrainingSet data =
        decisions.of(model.modelId(), model.columns(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    Outcome outcome =
        data.missing().map(Outcome::notEnough).orElseGet(() -> compare(model, data, seed));
    return new RetrainRecord(
        model.modelId(),
        now.toString(),
        outcome.decision(),
        outcome.reason(),
        data.training().rows().size(),
        data.heldOut().rows().size(),
        data.unusable(),
        data.buyers(),
        outcome.inPlace(),
        outcome.trained(),
        outcome.improvement(),
        data.rows().sha256());
  }

  private record Outcome(
      Decision decision,
      String reason,
      Optional<Figures> inPlace,
      Optional<Figures> trained,
      Optional<Improvement> improvement) {
    static Outcome notEnough(String reason) {
      return new Outcome(
          Decision.NOT_ENOUGH_DATA, reason, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private Outcome compare(LocalModel model, TrainingSet data, long seed) {
    LabelledMatrix all = data.rows();
    LabelledMatrix held = data.heldOut();
    LogisticFit fit = LogisticFit.fit(model.modelId(), data.training(), held, seed);
    Optional<Figures> trained = Optional.of(figures(fit.scorer(), held));
    if (!files.has(model)) {
      deploy(model, fit, seed, all);
      String reason = "there was no model in place";
      return new Outcome(Decision.DEPLOYED, reason, Optional.empty(), trained, Optional.empty());
    }
    LinearScorer inPlace = files.load(model);
    Improvement gain =
        Improvement.of(
            inPlace.probabilities(held), fit.scorer().probabilities(held), held.labels(), seed);
    boolean better = gain.isSure();
    if (better) {
      deploy(model, fit, seed, all);
    }
    return new Outcome(
        better ? Decision.DEPLOYED : Decision.KEPT_OLD,
        gain.reason(),
        Optional.of(figures(inPlace, held)),
        trained,
        Optional.of(gain));
  }

  private void deploy(LocalModel model, LogisticFit fit, long seed, LabelledMatrix all) {
    try {
      files.save(model, fit, seed, all.sha256());
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.MODEL_MISSING, "cannot write the model " + model.modelId(), e);
    }
  }

  private static Figures figures(LinearScorer scorer, LabelledMatrix rows) {
    return Figures.of(scorer.probabilities(rows), rows.labels());
  }
}
