package com.ceap.local.bench.reactive;

import com.ceap.channels.template.OfferCodes;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.reactive.ReactivePlace;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.model.LocalModelEndpoints;
import com.ceap.local.run.Programs;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Makes the stage of the shipped cart program on any tables, with this repository's models. */
final class CartStages {
  static final InstantSource CLOCK = InstantSource.fixed(CartShop.NOW);

  private final Registries registries = Registries.load();
  private final Program program;
  private final TemplateLibrary templates;
  private final ModelEndpoints models;

  /**
   * Reads program and models.
   *
   * @param home the project's folder, with {@code programs/}
   * @param models the folder of trained models
   */
  CartStages(Path home, Path models) {
    Path programs = home.resolve("programs");
    this.program =
        new Programs(new ProgramLoader(registries.extensions()), programs).find(CartShop.PROGRAM);
    this.templates = TemplateLibrary.read(programs.resolve("templates"));
    this.models = LocalModelEndpoints.open(models);
  }

  /** A stage that knows nothing of what others on the same tables have done. */
  ReactiveStage on(Tables tables) {
    return place(Stores.on(tables, CLOCK)).stage(CartShop.PROGRAM);
  }

  /** The decisions alone about these events, with what is read for them now. */
  CoreDecisions decisions(Tables tables, List<String> bodies) {
    Stores stores = Stores.on(tables, CLOCK);
    return new CoreDecisions(place(stores).decisions(program), stores, bodies);
  }

  private ReactivePlace place(Stores stores) {
    return new ReactivePlace(
        registries,
        new ScoringEnvironment(models),
        stores,
        stores.schedules(),
        PublishedPrograms.only(program),
        one -> OfferCodes.of(one, templates)::code,
        CLOCK);
  }
}
