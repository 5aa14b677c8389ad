package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Models under {@code scripted://name} that do as a test says. */
final class ScriptedModels implements ScoringProviderFactory<Map<String, Object>> {
  private final Map<String, ScoringProvider> byTarget = new HashMap<>();

  ScriptedModels with(String target, ScoringProvider provider) {
    byTarget.put(target, provider);
    return this;
  }

  /** A model that answers each row by itself. */
  ScriptedModels rowByRow(String target, Function<Attributes, ModelAnswer> model) {
    return with(target, rows -> rows.stream().map(model).toList());
  }

  /** A model whose score is the row's feature. */
  ScriptedModels echoing(String target, String feature) {
    return rowByRow(target, row -> score(row.number(feature).orElseThrow()));
  }

  static ModelAnswer score(double value) {
    return new ModelAnswer(value, OptionalInt.empty());
  }

  ScoringProviders providers() {
    return new ScoringProviders(
        ExtensionRegistry.of(List.<ScoringProviderFactory<?>>of(this)),
        new ScoringEnvironment(
            name -> {
              throw new AssertionError("no endpoint is asked for");
            }));
  }

  @Override
  public String type() {
    return "scripted";
  }

  @Override
  public ConfigShape<Map<String, Object>> shape() {
    return new ConfigShape<>(List.of(), values -> values);
  }

  @Override
  public ScoringProvider create(
      ModelSpec model, Map<String, Object> config, ScoringEnvironment environment) {
    return byTarget.get(model.target());
  }
}
