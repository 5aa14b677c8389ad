package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.filters.FilterChain;
import com.ceap.lambdas.select.CutoffObjects;
import com.ceap.lambdas.store.StoreStage;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringProviders;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.ErasureLog;
import com.ceap.storage.RunRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a batch needs of the place where it runs.
 *
 * @param threads how many chunks are worked on at a time
 */
public record BatchPlace(
    Registries registries,
    ConnectorEnvironment warehouse,
    ScoringEnvironment models,
    DecisionPorts ports,
    CandidateRepository candidates,
    RunRepository runs,
    ErasureLog erasures,
    ObjectStore objects,
    InstantSource clock,
    int threads) {

  /**
   * Makes the steps of a program.
   *
   * @param dryRun whether nothing is kept for other runs: no candidate, no cached score
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID, MODEL_MISSING
   */
  public BatchSteps steps(Program program, boolean dryRun) {
    DecisionPorts reading = dryRun ? ports.readOnly() : ports;
    RunObjects written = new RunObjects(objects);
    Map<String, DataConnector> connectors =
        Connectors.of(program, registries.connectors(), warehouse);
    StoreStage store =
        new StoreStage(candidates, runs, erasures, Duration.ofDays(program.candidateTTLDays()));
    return new BatchSteps(
        program,
        reading,
        new ExtractStep(connectors, store, written),
        chunkSteps(program, connectors, reading, written),
        new SelectStep(program, written, new CutoffObjects(objects)),
        new StoreStep(store, written),
        new CompleteStep(store, written),
        written.records());
  }

  private ChunkSteps chunkSteps(
      Program program,
      Map<String, DataConnector> connectors,
      DecisionPorts reading,
      RunObjects written) {
    ScoringProviders providers = new ScoringProviders(registries.scoringProviders(), models);
    return new ChunkSteps(
        program,
        registries.channels(),
        connectors,
        FilterChain.of(program, registries.filters()),
        new Scorer(providers, reading.features(), reading.scores(), clock),
        written);
  }

  /**
   * Makes a run of a program on this machine.
   *
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID, MODEL_MISSING
   */
  public BatchRun prepare(Program program, boolean dryRun, HandOver handOver, Progress progress) {
    return new BatchRun(steps(program, dryRun), handOver, clock, threads, progress);
  }
}
