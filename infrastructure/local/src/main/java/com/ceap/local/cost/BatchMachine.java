package com.ceap.local.cost;

import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.Topology;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The state machine of the batch, as it is deployed. */
record BatchMachine(JsonNode states) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static BatchMachine load() {
    try (InputStream in = Topology.class.getResourceAsStream("batch.asl.json")) {
      return new BatchMachine(JSON.readTree(in).path("States"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the batch's state machine", e);
    }
  }

  /** All states, and the start of a child for each chunk of both maps; at most so many. */
  int transitions(int chunks) {
    return states.size() + 2 * chunks;
  }

  /** How many chunks are stored at a time. */
  int storesAtOnce() {
    return states.path("Store").path("MaxConcurrency").asInt();
  }

  static double gigabytes(FunctionName function) {
    return Topology.PLATFORM.function(function).memoryMb() / 1024.0;
  }
}
