package com.ceap.scoring;

import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import java.util.IdentityHashMap;
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
  record HostedProgram(List<HostedModel> models, FeaturePlan plan) {}

  /** Far more than one program has marketplaces with terms of their own. */
  static final int MOST_PROGRAMS = 256;

  private final ScoringProviders providers;
  private final Breakers breakers;
  private final ConcurrentMap<Key, HostedModel> models = new ConcurrentHashMap<>();

  /** By identity, since comparing programs takes longer than to score; never changed, replaced. */
  private volatile IdentityHashMap<Program, HostedProgram> programs = new IdentityHashMap<>();

  HostedModels(ScoringProviders providers, Breakers breakers) {
    this.providers = providers;
    this.breakers = breakers;
  }

  /** Looking a program's models up takes longer than to score one event with them. */
  HostedProgram of(Program program) {
    HostedProgram known = programs.get(program);
    return known == null ? remember(program) : known;
  }

  private synchronized HostedProgram remember(Program program) {
    List<HostedModel> own =
        program.scoringModels().stream().map(spec -> of(program.programId(), spec)).toList();
    HostedProgram hosted = new HostedProgram(own, new FeaturePlan(program.scoringModels()));
    // Versions that are not asked for any more go with the rest.
    IdentityHashMap<Program, HostedProgram> next =
        programs.size() < MOST_PROGRAMS ? new IdentityHashMap<>(programs) : new IdentityHashMap<>();
    next.put(program, hosted);
    programs = next;
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
