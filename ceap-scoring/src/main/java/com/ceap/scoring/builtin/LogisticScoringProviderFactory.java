package com.ceap.scoring.builtin;

import com.ceap.model.AttributeSchema;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelChecked;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code logistic://name}: a logistic regression whose numbers stand in the program's YAML; needs
 * no endpoint.
 */
public final class LogisticScoringProviderFactory
    implements ScoringProviderFactory<LogisticConfig>, ModelChecked<LogisticConfig> {
  @Override
  public String type() {
    return "logistic";
  }

  @Override
  public ConfigShape<LogisticConfig> shape() {
    return ConfigShape.of(LogisticConfig.class);
  }

  /**
   * @throws CeapException PROGRAM_INVALID unless each feature has a weight, each weight a feature,
   *     and each default is a number or a flag
   */
  @Override
  public ScoringProvider create(
      ModelSpec model, LogisticConfig config, ScoringEnvironment environment) {
    List<String> problems = problems(model, config);
    if (!problems.isEmpty()) {
      throw new CeapException(
          ErrorCode.PROGRAM_INVALID,
          "model '%s': %s".formatted(model.modelId(), String.join("; ", problems)));
    }
    List<String> features = List.copyOf(model.features().keySet());
    return new LogisticScoringProvider(new AttributeSchema(features), config);
  }

  @Override
  public List<String> problems(ModelSpec model, LogisticConfig config) {
    List<String> problems = new ArrayList<>();
    model
        .features()
        .forEach(
            (feature, source) -> {
              if (!config.weights().containsKey(feature)) {
                problems.add("feature '" + feature + "' has no weight; 0 leaves it out");
              }
              if (!numeric(source)) {
                problems.add("the default of feature '" + feature + "' is no number and no flag");
              }
            });
    config.weights().keySet().stream()
        .filter(feature -> !model.features().containsKey(feature))
        .sorted()
        .map(
            feature ->
                "weight '%s' names no feature; the model's are %s"
                    .formatted(feature, model.features().keySet()))
        .forEach(problems::add);
    return problems;
  }

  private static boolean numeric(FeatureSource source) {
    return source.defaultValue().stream()
        .allMatch(value -> value instanceof Number || value instanceof Boolean);
  }
}
