package com.ceap.local.model;

import java.util.List;

/**
 * What stands beside a model file: how it came about, and what it must be read with.
 *
 * @param formatVersion of the pair of files
 * @param features of a row, as programs name them
 * @param columns that the model computes with, in order
 * @param dataSha256 of the rows it was trained and tested on
 * @param modelSha256 of the model file
 */
record ModelCard(
    int formatVersion,
    String modelId,
    String algorithm,
    List<String> features,
    List<String> columns,
    long seed,
    int trainingRows,
    int heldOutRows,
    double auc,
    double brier,
    double calibrationError,
    String dataSha256,
    String modelSha256) {
  static final int FORMAT_VERSION = 1;

  ModelCard {
    features = List.copyOf(features);
    columns = List.copyOf(columns);
  }

  static ModelCard of(
      LocalModel model, TrainingReport report, long seed, String dataSha256, String modelSha256) {
    return new ModelCard(
        FORMAT_VERSION,
        model.modelId(),
        report.algorithm(),
        model.features(),
        model.columnNames(),
        seed,
        report.trainingRows(),
        report.heldOutRows(),
        report.quality().auc(),
        report.quality().brier(),
        report.quality().calibrationError(),
        dataSha256,
        modelSha256);
  }
}
