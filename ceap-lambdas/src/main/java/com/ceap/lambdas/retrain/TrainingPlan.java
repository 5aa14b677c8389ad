package com.ceap.lambdas.retrain;

/**
 * What one training of a model works with; all keys are of the data bucket.
 *
 * @param codeKey of the archive by which the model answers
 */
public record TrainingPlan(TrainingNames names, HostedModel model, String codeKey) {
  /** Below the training's folder: what the model in place answered. */
  static final String IN_PLACE = "answers/in-place/";

  /** What the new one answered. */
  static final String TRAINED = "answers/trained/";

  /** Of the training job, the model and its configuration. */
  public String name() {
    return names.name();
  }

  public String trainingKey() {
    return names.folder() + TrainingFiles.TRAINING;
  }

  public String heldOutKey() {
    return names.folder() + TrainingFiles.HELD_OUT;
  }

  public String inPlaceAnswers() {
    return names.folder() + IN_PLACE;
  }

  public String trainedAnswers() {
    return names.folder() + TRAINED;
  }

  /** Where SageMaker leaves what it has trained. */
  public String artifactKey() {
    return RetrainObjects.ARTIFACTS + name() + "/output/model.tar.gz";
  }
}
