package com.ceap.lambdas.retrain;

import com.ceap.lambdas.export.ParquetEngine;
import com.ceap.lambdas.retrain.RetrainRecord.Decision;
import com.ceap.runtime.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the state machine of retraining has a function do. Each may be repeated: the same slot has
 * the same rows, names and decision. Thread-safe.
 *
 * @param prefix of names in this environment
 */
public record RetrainSteps(ObjectStore objects, ExportedDecisions decisions, String prefix) {
  /** Of the resampling by which two models are compared. */
  private static final long SEED = 7;

  /** What is to be trained with, or why nothing is. */
  public sealed interface Prepared {
    /** The rows lie ready. */
    record Ready(TrainingPlan plan) implements Prepared {}

    /** Too few rows; that is recorded. */
    record TooLittle(RetrainRecord record) implements Prepared {}
  }

  /** Writes the rows of a model, and how it is to answer. */
  public Prepared prepare(TrainingTask task) {
    HostedModel model = task.model();
    TrainingNames names = new TrainingNames(prefix, model.modelId(), task.slot());
    LocalDate today = LocalDate.ofInstant(task.slot(), ZoneOffset.UTC);
    try (ParquetEngine engine = decisions.engine(model.modelId(), today)) {
      TrainingSet data = ExportedDecisions.read(engine, model.columns());
      PreparedSet.of(data).write(objects, names.folder());
      Optional<String> missing = data.missing();
      if (missing.isPresent()) {
        return new Prepared.TooLittle(keep(task, Decision.NOT_ENOUGH_DATA, missing.get()));
      }
      TrainingFiles files = new TrainingFiles(objects, model);
      files.training(names.folder() + TrainingFiles.TRAINING, data.training());
      files.heldOut(names.folder() + TrainingFiles.HELD_OUT, engine, data.training().rows().size());
    }
    return new Prepared.Ready(new TrainingPlan(names, model, code()));
  }

  private String code() {
    byte[] archive = SourceArchive.bytes();
    String key = RetrainObjects.CODE + sha256(archive) + "/sourcedir.tar.gz";
    objects.put(key, out -> out.write(archive));
    return key;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compares what both models answered; keeps the record where the old one stays. */
  public Verdict judge(TrainingTask task) {
    Verdict verdict = compare(task);
    if (!verdict.better()) {
      RetrainObjects.keep(objects, record(task, Decision.KEPT_OLD, verdict));
    }
    return verdict;
  }

  /** Keeps the record that the new model is in place. */
  public RetrainRecord deployed(TrainingTask task) {
    RetrainRecord record = record(task, Decision.DEPLOYED, compare(task));
    RetrainObjects.keep(objects, record);
    return record;
  }

  /**
   * Keeps the record that something broke.
   *
   * @param reason one sentence
   */
  public RetrainRecord failed(TrainingTask task, String reason) {
    return keep(task, Decision.FAILED, reason);
  }

  private RetrainRecord keep(TrainingTask task, Decision decision, String reason) {
    RetrainRecord record =
        record(
            task,
            decision,
            new Verdict(false, reason, Optional.empty(), Optional.empty(), Optional.empty()));
    RetrainObjects.keep(objects, record);
    return record;
  }

  private Verdict compare(TrainingTask task) {
    String folder = folder(task);
    PreparedSet set = PreparedSet.read(objects, folder);
    return Verdict.of(
        answers(folder + TrainingPlan.IN_PLACE, "in place", set),
        answers(folder + TrainingPlan.TRAINED, "trained", set),
        set.heldOut(),
        SEED);
  }

  private ModelAnswers answers(String folder, String model, PreparedSet set) {
    return ModelAnswers.read(objects, folder, model, set.labels().size());
  }

  private String folder(TrainingTask task) {
    return new TrainingNames(prefix, task.model().modelId(), task.slot()).folder();
  }

  /** Where nothing could be prepared, the record counts no rows. */
  private RetrainRecord record(TrainingTask task, Decision decision, Verdict verdict) {
    PreparedSet set =
        PreparedSet.isIn(objects, folder(task))
            ? PreparedSet.read(objects, folder(task))
            : new PreparedSet(0, 0, List.of(), sha256("".getBytes(StandardCharsets.UTF_8)));
    return new RetrainRecord(
        task.model().modelId(),
        task.slot().toString(),
        decision,
        verdict.reason(),
        set.trainingRows(),
        set.labels().size(),
        set.unusableRows(),
        set.buyers(),
        verdict.inPlace(),
        verdict.trained(),
        verdict.improvement(),
        set.dataSha256());
  }
}
