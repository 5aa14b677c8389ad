package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.batch.ChunkSteps.Passed;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.port.Lookups;

/** How a chunk gets from one stage to the next. */
public sealed interface HandOver {
  /** What a stage passed, as the next one sees it. */
  Passed next(RunKeys keys, String stage, Chunk chunk, Passed passed);

  /** The look-ups of the next stage. */
  Lookups next(Lookups lookups, DecisionPorts ports);

  /** In one process: the next stage sees what the one before saw. */
  record InMemory() implements HandOver {
    @Override
    public Passed next(RunKeys keys, String stage, Chunk chunk, Passed passed) {
      return passed;
    }

    @Override
    public Lookups next(Lookups lookups, DecisionPorts ports) {
      return lookups;
    }
  }

  /** As between functions on AWS: candidates travel as objects, and nothing else does. */
  record ThroughObjects(CandidateObjects objects) implements HandOver {
    @Override
    public Passed next(RunKeys keys, String stage, Chunk chunk, Passed passed) {
      write(keys, stage, chunk, passed);
      return read(keys, stage, chunk, passed.report());
    }

    /** Puts down what a stage passed. */
    public void write(RunKeys keys, String stage, Chunk chunk, Passed passed) {
      objects.write(keys.stage(stage, chunk), passed.candidates());
    }

    /** Takes up what a stage passed, with the report that travelled beside it. */
    public Passed read(RunKeys keys, String stage, Chunk chunk, ChunkReport report) {
      return new Passed(objects.read(keys.stage(stage, chunk)), report);
    }

    @Override
    public Lookups next(Lookups lookups, DecisionPorts ports) {
      return ports.lookups();
    }
  }
}
