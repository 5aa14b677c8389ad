package com.ceap.lambdas.reactive;

import com.ceap.lambdas.batch.Registries;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringProviders;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What the reactive path needs of the place where it runs.
 *
 * @param offerCodes the code of a program's offer by its percent, 1 to 100
 */
public record ReactivePlace(
    Registries registries,
    ScoringEnvironment models,
    Stores stores,
    DeliveryScheduler scheduler,
    PublishedPrograms programs,
    Function<Program, IntFunction<String>> offerCodes,
    InstantSource clock) {

  /** The stage behind a program's queue; keep one for the life of the process. */
  public ReactiveStage stage(String programId) {
    return stage(programId, Measurements.NONE);
  }

  /** As {@link #stage(String)}, telling what it does. */
  public ReactiveStage stage(String programId, Measurements measurements) {
    return new ReactiveStage(programId, this, measurements);
  }

  /** What the stage decides with, by itself. */
  public EventDecisions decisions(Program program) {
    return decisions(program, scorer());
  }

  /** One for each program: it holds the breakers of its models. */
  Scorer scorer() {
    ScoringProviders providers = new ScoringProviders(registries.scoringProviders(), models);
    return new Scorer(providers, stores.features(), stores.scores(), clock);
  }

  EventDecisions decisions(Program program, Scorer scorer) {
    return new EventDecisions(program, registries, scorer, stores.scores(), offerCodes);
  }
}
