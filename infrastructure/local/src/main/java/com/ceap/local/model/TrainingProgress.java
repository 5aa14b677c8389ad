package com.ceap.local.model;

/** Hears how far the training is. */
@FunctionalInterface
public interface TrainingProgress {
  TrainingProgress NONE = (modelId, done, total) -> {};

  /** Called before each model, and once at the end with {@code done == total}. */
  void progress(String modelId, int done, int total);
}
