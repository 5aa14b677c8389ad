package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.batch.ChunkSteps.Passed;
import com.ceap.model.port.Lookups;

/** The steps of a chunk one after the other. Thread-safe: chunks are decided in parallel. */
final class ChunkDecision {
  private final ChunkSteps steps;
  private final DecisionPorts ports;
  private final HandOver handOver;

  ChunkDecision(ChunkSteps steps, DecisionPorts ports, HandOver handOver) {
    this.steps = steps;
    this.ports = ports;
    this.handOver = handOver;
  }

  /**
   * Decides a chunk and answers its funnel.
   *
   * @throws com.ceap.model.error.CeapException where a look-up or every way to a score fails
   */
  ChunkReport decide(RunTicket run, Chunk chunk) {
    Lookups lookups = ports.lookups();
    Passed etl = handOver.next(run.keys(), ChunkSteps.ETL, chunk, steps.etl(run, chunk, lookups));
    Lookups next = handOver.next(lookups, ports);
    Passed filtered =
        handOver.next(run.keys(), ChunkSteps.FILTER, chunk, steps.filter(run, chunk, etl, next));
    return steps.score(run, chunk, filtered);
  }
}
