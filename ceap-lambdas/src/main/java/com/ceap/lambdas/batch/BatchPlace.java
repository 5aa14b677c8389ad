package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.filters.FilterChain;
import com.ceap.lambdas.etl.EtlStage;
import com.ceap.lambdas.store.StoreStage;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.scoring.Scorer;
import com.ceap.scoring.ScoringProviders;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.RunRepository;
import java.time.Duration;
import java.time.InstantSource;

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
    ObjectStore objects,
    InstantSource clock,
    int threads) {

  /**
   * Makes a run of a program.
   *
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID, MODEL_MISSING
   */
  public BatchRun prepare(
      Program program, RunRequest request, HandOver handOver, Progress progress) {
    ScoringProviders providers = new ScoringProviders(registries.scoringProviders(), models);
    ChunkDecision decision =
        new ChunkDecision(
            program,
            new EtlStage(program, registries.channels(), request.businessDate()),
            FilterChain.of(program, registries.filters()),
            new Scorer(providers, ports.features(), ports.scores(), clock),
            ports,
            handOver);
    return new BatchRun(
        program,
        Connectors.of(program, registries.connectors(), warehouse),
        decision,
        new StoreStage(candidates, runs, Duration.ofDays(program.candidateTTLDays())),
        new RunObjects(objects),
        clock,
        threads,
        progress);
  }
}
