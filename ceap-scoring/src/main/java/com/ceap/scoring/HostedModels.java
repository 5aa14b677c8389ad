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

  /** The models of a program in its order, and the features that they need. */
  record HostedProgram(Object program, List<HostedModel> models, FeaturePlan plan) {}

  private final ScoringProviders providers;
  private final Breakers breakers;
  private final ConcurrentMap<Key, HostedModel> models = new ConcurrentHashMap<>();
  private volatile HostedProgram latest =
      new HostedProgram("none yet", List.of(), new FeaturePlan(List.of()));

  HostedModels(ScoringProviders providers, Breakers breakers) {
    this.providers = providers;
    this.breakers = breakers;
  }

  /** Events of one program follow one another; looking its models up takes longer than to score. */
  @SuppressWarnings("ReferenceEquality") // comparing programs takes longer still
  HostedProgram of(Program program) {
    HostedProgram known = latest;
    if (known.program() == program) {
      return known;
    }
    List<HostedModel> own =
        program.scoringModels().stream().map(spec -> of(program.programId(), spec)).toList();
    HostedProgram hosted =
        new HostedProgram(program, own, new FeaturePlan(program.scoringModels()));
    latest = hosted;
    return hosted;
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
