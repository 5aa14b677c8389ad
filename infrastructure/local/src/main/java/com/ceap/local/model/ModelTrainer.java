package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.LabelledRow;
import com.ceap.local.sample.LabelledSession;
import com.ceap.local.sample.LabelledSessions;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Trains every local model on labelled sessions and writes the models to a folder. The same seed
 * makes the same weights.
 */
public final class ModelTrainer {
  public static final int DEFAULT_SESSIONS = 40_000;
  public static final long DEFAULT_SEED = 7;

  private static final double TRAINING_SHARE = 0.8;

  private ModelTrainer() {}

  /**
   * Trains on {@link #DEFAULT_SESSIONS} sessions, of which a fifth is held out.
   *
   * @return what each model is worth on the held-out sessions
   * @throws CeapException MODEL_MISSING where the folder cannot be written
   */
  public static List<TrainingReport> train(Path modelsDir, long seed, TrainingProgress progress) {
    return train(modelsDir, seed, DEFAULT_SESSIONS, progress);
  }

  /** Trains on a number of sessions of the caller's choice. */
  public static List<TrainingReport> train(
      Path modelsDir, long seed, int sessions, TrainingProgress progress) {
    LabelledSessions source = new LabelledSessions(seed);
    Map<LocalModel.Sessions, List<LabelledSession>> made = new EnumMap<>(LocalModel.Sessions.class);
    ModelFiles files = new ModelFiles(modelsDir);
    List<TrainingReport> reports = new ArrayList<>();
    int total = LocalModel.all().size();
    for (LocalModel model : LocalModel.all()) {
      progress.progress(model.modelId(), reports.size(), total);
      reports.add(
          train(
              model,
              made.computeIfAbsent(model.sessions(), kind -> kind.of(source, sessions)),
              seed,
              files));
    }
    progress.progress(reports.getLast().modelId(), total, total);
    return List.copyOf(reports);
  }

  /** Whether the folder holds a file for every local model. */
  public static boolean trained(Path modelsDir) {
    return LocalModel.all().stream().allMatch(new ModelFiles(modelsDir)::has);
  }

  private static TrainingReport train(
      LocalModel model, List<LabelledSession> sessions, long seed, ModelFiles files) {
    LabelledMatrix all = matrix(model, sessions);
    int size = all.rows().size();
    int split = (int) (size * TRAINING_SHARE);
    LogisticFit fit =
        LogisticFit.fit(model.modelId(), all.slice(0, split), all.slice(split, size), seed);
    try {
      files.save(model, fit, seed, all.sha256());
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.MODEL_MISSING,
          "cannot write the model "
              + model.modelId()
              + " to "
              + files.folder()
              + ": "
              + e.getMessage(),
          e);
    }
    return fit.report();
  }

  static LabelledMatrix matrix(LocalModel model, List<LabelledSession> sessions) {
    List<LabelledRow> rows =
        sessions.stream()
            .map(s -> new LabelledRow(model.encode(s.features()), s.bought()))
            .toList();
    return new LabelledMatrix(model.columnNames(), rows);
  }
}
