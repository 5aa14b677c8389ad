package com.ceap.lambdas.retrain;

import com.ceap.runtime.objects.ObjectStore;
import java.nio.charset.StandardCharsets;

/** Where retraining keeps what. */
public final class RetrainObjects {
  /** Records: {@code {model}/{moment}.json}. */
  public static final String DECISIONS = "models/decisions/";

  /** What SageMaker made of training jobs: {@code {job}/output/model.tar.gz}. */
  public static final String ARTIFACTS = "models/artifacts/";

  /** How models answer requests: {@code {sha256}/sourcedir.tar.gz}. */
  public static final String CODE = "models/code/";

  /** Rows to learn from and answers to compare: {@code {model}/{slot}/}. */
  public static final String TRAINING = "training/";

  private RetrainObjects() {}

  /** Keeps a record; one of the same model and moment is replaced. */
  public static void keep(ObjectStore objects, RetrainRecord record) {
    String key = DECISIONS + record.modelId() + "/" + record.at().replace(':', '-') + ".json";
    byte[] json = RetrainJson.tree(record).toPrettyString().getBytes(StandardCharsets.UTF_8);
    objects.put(key, out -> out.write(json));
  }
}
