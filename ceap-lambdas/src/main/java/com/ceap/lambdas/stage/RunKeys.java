package com.ceap.lambdas.stage;

import com.ceap.connectors.spi.Chunk;
import java.util.Locale;

/**
 * The keys of a run's objects; fixed by the chunk, since a chunk may be worked on more than once.
 */
public record RunKeys(String programId, String executionId) {
  public String prefix() {
    return "runs/" + programId + "/" + executionId + "/";
  }

  public String stage(String stage, Chunk chunk) {
    return prefix() + stage + "/" + name(chunk);
  }

  public String stagePrefix(String stage) {
    return prefix() + stage + "/";
  }

  public String summary() {
    return prefix() + "summary.json";
  }

  public String warehouseRejects(String connectorId) {
    return prefix() + "rejects/" + connectorId + "-warehouse.jsonl";
  }

  private static String name(Chunk chunk) {
    return String.format(Locale.ROOT, "%s-%04d.jsonl", chunk.connectorId(), chunk.index());
  }
}
