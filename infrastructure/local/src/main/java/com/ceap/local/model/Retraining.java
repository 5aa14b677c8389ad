package com.ceap.local.model;

import com.ceap.local.model.RetrainRecord.Decision;
import com.ceap.local.model.RetrainRecord.Figures;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.FolderObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private static final double TRAINING_SHARE = 0.8;
  private static final int FEWEST_ROWS = 500;

  /** Of buyers, and of others, among the held-out rows. */
  private static final int FEWEST_OF_A_KIND = 20;

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
    this.decisions = new ExportedDecisions(objects, scratch);
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
      keep(record);
      records.add(record);
    }
    return records;
  }

  private RetrainRecord retrain(LocalModel model, long seed) {
    Instant now = clock.instant();
    ExportedDecisions.Labelled labelled =
        decisions.of(model, LocalDate.ofInstant(now, ZoneOffset.UTC));
    LabelledMatrix all = labelled.rows();
    int split = (int) (all.rows().size() * TRAINING_SHARE);
    LabelledMatrix held = all.slice(split, all.rows().size());
    Outcome outcome =
        enough(all, held).map(Outcome::notEnough).orElseGet(() -> compare(model, all, split, seed));
    return new RetrainRecord(
        model.modelId(),
        now.toString(),
        outcome.decision(),
        outcome.reason(),
        split,
        held.rows().size(),
        labelled.unusable(),
        buyers(held),
        outcome.inPlace(),
        outcome.trained(),
        outcome.improvement(),
        all.sha256());
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

  /** What is missing, where something is. */
  private static Optional<String> enough(LabelledMatrix all, LabelledMatrix held) {
    int rows = all.rows().size();
    int buyers = buyers(held);
    if (rows < FEWEST_ROWS) {
      return Optional.of(
          "it takes at least %d decisions that are %d days old, there are %d"
              .formatted(FEWEST_ROWS, ExportedDecisions.DAYS_TO_BUY, rows));
    }
    if (Math.min(buyers, held.rows().size() - buyers) < FEWEST_OF_A_KIND) {
      return Optional.of(
          "it takes at least %d buyers and as many others among the newest fifth, which has %d and %d"
              .formatted(FEWEST_OF_A_KIND, buyers, held.rows().size() - buyers));
    }
    return Optional.empty();
  }

  private static int buyers(LabelledMatrix rows) {
    return (int) rows.rows().stream().filter(LabelledRow::label).count();
  }

  private Outcome compare(LocalModel model, LabelledMatrix all, int split, long seed) {
    LabelledMatrix held = all.slice(split, all.rows().size());
    LogisticFit fit = LogisticFit.fit(model.modelId(), all.slice(0, split), held, seed);
    Optional<Figures> trained = Optional.of(Figures.of(fit.scorer(), held));
    if (!files.has(model)) {
      deploy(model, fit, seed, all);
      String reason = "there was no model in place";
      return new Outcome(Decision.DEPLOYED, reason, Optional.empty(), trained, Optional.empty());
    }
    LinearScorer inPlace = files.load(model);
    Improvement gain =
        Improvement.of(
            inPlace.probabilities(held), fit.scorer().probabilities(held), held.labels(), seed);
    boolean better = gain.low() > 0;
    if (better) {
      deploy(model, fit, seed, all);
    }
    return new Outcome(
        better ? Decision.DEPLOYED : Decision.KEPT_OLD,
        better ? "its log loss is surely lower" : "it is not surely better",
        Optional.of(Figures.of(inPlace, held)),
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

  private void keep(RetrainRecord record) {
    String key =
        "models/decisions/" + record.modelId() + "/" + record.at().replace(':', '-') + ".json";
    byte[] json = RetrainJson.tree(record).toPrettyString().getBytes(StandardCharsets.UTF_8);
    objects.put(key, out -> out.write(json));
  }
}
