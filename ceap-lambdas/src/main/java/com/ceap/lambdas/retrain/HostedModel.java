package com.ceap.lambdas.retrain;

import com.ceap.lambdas.export.ExportColumn;
import com.ceap.lambdas.export.SharedColumns;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that programs ask at an endpoint of SageMaker.
 *
 * @param features in the model's order
 */
public record HostedModel(String modelId, String endpoint, List<String> features) {
  private static final String HOSTED = "sagemaker";
  private static final String SENSITIVITY = "_sensitivity";

  /**
   * A model.
   *
   * @throws CeapException PROGRAM_INVALID where a feature names a customer or a subject
   */
  public HostedModel {
    features = List.copyOf(features);
    for (ExportColumn key : SharedColumns.KEY) {
      if (features.contains(key.name())) {
        throw new CeapException(
            ErrorCode.PROGRAM_INVALID,
            "model %s has the feature %s, and nothing that names a customer or a subject is trained on"
                .formatted(modelId, key.name()));
      }
    }
  }

  /**
   * The models of enabled programs, each endpoint once.
   *
   * @throws CeapException PROGRAM_INVALID where two programs give one endpoint different features
   */
  public static List<HostedModel> of(Collection<Program> programs) {
    Map<String, HostedModel> models = new LinkedHashMap<>();
    programs.stream()
        .filter(Program::enabled)
        .sorted(Comparator.comparing(Program::programId))
        .flatMap(program -> program.scoringModels().stream())
        .filter(model -> model.type().equals(HOSTED))
        .map(HostedModel::of)
        .forEach(model -> models.merge(model.endpoint(), model, HostedModel::same));
    return List.copyOf(models.values());
  }

  private static HostedModel of(ModelSpec model) {
    return new HostedModel(model.modelId(), model.target(), List.copyOf(model.features().keySet()));
  }

  private HostedModel same(HostedModel other) {
    if (equals(other)) {
      return this;
    }
    throw new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "programs give endpoint %s different models or features (%s %s and %s %s); one model is trained for one endpoint"
            .formatted(endpoint, modelId, features, other.modelId, other.features));
  }

  List<InputColumn> columns() {
    return features.stream().<InputColumn>map(InputColumn.ByKind::new).toList();
  }

  /**
   * The feature, 0 to 1, that says how much a lower price moves the customer: the first whose name
   * ends in {@code _sensitivity}. A model without one recommends no discount.
   */
  public Optional<String> sensitivity() {
    return features.stream().filter(feature -> feature.endsWith(SENSITIVITY)).findFirst();
  }
}
