package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.Candidate;
import com.ceap.model.port.Lookups;
import java.util.List;

/** How a chunk gets from one stage to the next. */
public sealed interface HandOver {
  /** The candidates as the next stage sees them. */
  List<Candidate> next(RunKeys keys, String stage, Chunk chunk, List<Candidate> candidates);

  /** The look-ups of the next stage. */
  Lookups next(Lookups lookups, DecisionPorts ports);

  /** In one process: the next stage sees what the one before saw. */
  record InMemory() implements HandOver {
    @Override
    public List<Candidate> next(
        RunKeys keys, String stage, Chunk chunk, List<Candidate> candidates) {
      return candidates;
    }

    @Override
    public Lookups next(Lookups lookups, DecisionPorts ports) {
      return lookups;
    }
  }

  /** As between functions on AWS: candidates travel as objects, and nothing else does. */
  record ThroughObjects(CandidateObjects objects) implements HandOver {
    @Override
    public List<Candidate> next(
        RunKeys keys, String stage, Chunk chunk, List<Candidate> candidates) {
      String key = keys.stage(stage, chunk);
      objects.write(key, candidates);
      return objects.read(key);
    }

    @Override
    public Lookups next(Lookups lookups, DecisionPorts ports) {
      return ports.lookups();
    }
  }
}
