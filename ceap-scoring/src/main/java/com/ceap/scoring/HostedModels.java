package com.ceap.scoring;

import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Each program's models, made once. A model whose specification changed is a new one, with a closed
 * breaker; two programs never share one. Thread-safe.
 */
final class HostedModels {
  private record Key(String programId, ModelSpec spec) {}

  private final ScoringProviders providers;
  private final Breakers breakers;
  private final ConcurrentMap<Key, HostedModel> models = new ConcurrentHashMap<>();

  HostedModels(ScoringProviders providers, Breakers breakers) {
    this.providers = providers;
    this.breakers = breakers;
  }

  List<HostedModel> of(Program program) {
    return program.scoringModels().stream().map(spec -> of(program.programId(), spec)).toList();
  }

  private HostedModel of(String programId, ModelSpec spec) {
    return models.computeIfAbsent(new Key(programId, spec), this::create);
  }

  private HostedModel create(Key key) {
    ModelSpec spec = key.spec();
    return new HostedModel(
        spec, providers.provider(spec), breakers.create(key.programId(), spec.modelId()));
  }
}
