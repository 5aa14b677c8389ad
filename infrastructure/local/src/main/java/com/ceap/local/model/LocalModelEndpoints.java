package com.ceap.local.model;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models of a folder, loaded once, each under its own name. Thread-safe. */
public final class LocalModelEndpoints implements ModelEndpoints {
  /** The command that trains the models, for messages. */
  public static final String TRAIN_COMMAND = "./ceap train";

  private final Path folder;
  private final Map<String, ScoringProvider> providers;

  private LocalModelEndpoints(Path folder, Map<String, ScoringProvider> providers) {
    this.folder = folder;
    this.providers = Map.copyOf(providers);
  }

  /**
   * Loads every model of this repository from a folder.
   *
   * @throws CeapException MODEL_MISSING where one is absent, damaged or of another version
   */
  public static LocalModelEndpoints open(Path modelsDir) {
    ModelFiles files = new ModelFiles(modelsDir);
    Map<String, ScoringProvider> providers = new LinkedHashMap<>();
    for (LocalModel model : LocalModel.all()) {
      providers.put(model.modelId(), new LocalScoringProvider(model, files.load(model)));
    }
    return new LocalModelEndpoints(modelsDir, providers);
  }

  @Override
  public ScoringProvider endpoint(String name) {
    ScoringProvider provider = providers.get(name);
    if (provider == null) {
      throw new CeapException(
          ErrorCode.MODEL_MISSING,
          "there is no model "
              + name
              + " in "
              + folder
              + "; "
              + TRAIN_COMMAND
              + " trains "
              + providers.keySet().stream().sorted().toList());
    }
    return provider;
  }
}
