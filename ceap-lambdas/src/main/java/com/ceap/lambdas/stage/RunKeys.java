package com.ceap.lambdas.stage;

import com.ceap.connectors.spi.Chunk;
import java.util.Locale;

/**
 * The keys of a run's objects; fixed by the chunk, since a chunk may be worked on more than once.
 */
public record RunKeys(String programId, String executionId) {
  private static final String REPORT = "report";
  private static final String FAILURE = "failure";
  private static final String STORED = "stored";

  public String prefix() {
    return "runs/" + programId + "/" + executionId + "/";
  }

  /** What the run is: program, version, date, start. */
  public String ticket() {
    return prefix() + "run.json";
  }

  /** What was extracted; it exists once the extract is whole. */
  public String extract() {
    return prefix() + "extract.json";
  }

  /** One object for each time that the extract was begun. */
  public String attempt(int attempt) {
    return attempts() + attempt + ".json";
  }

  public String attempts() {
    return prefix() + "attempt/";
  }

  /** The chunks that a map over chunks works on. */
  public String manifest(String map) {
    return prefix() + "manifest/" + map + ".json";
  }

  public String stage(String stage, Chunk chunk) {
    return prefix() + stage + "/" + name(chunk) + ".jsonl";
  }

  /** What a stage turned away of a chunk. */
  public String trace(String stage, Chunk chunk) {
    return stagePrefix("trace") + stage + "/" + name(chunk) + ".jsonl";
  }

  public String stagePrefix(String stage) {
    return prefix() + stage + "/";
  }

  /** The funnel of a chunk; it exists once the chunk is decided. */
  public String report(Chunk chunk) {
    return reports() + name(chunk) + ".json";
  }

  public String reports() {
    return stagePrefix(REPORT);
  }

  /** Why a chunk failed the last time. */
  public String failure(Chunk chunk) {
    return failures() + name(chunk) + ".json";
  }

  public String failures() {
    return stagePrefix(FAILURE);
  }

  /** What was stored of a chunk; it exists once all of it is. */
  public String stored(Chunk chunk) {
    return allStored() + name(chunk) + ".json";
  }

  public String allStored() {
    return stagePrefix(STORED);
  }

  /** The places below which groups are cut off. */
  public String cutoffs() {
    return prefix() + "select/cutoffs.jsonl";
  }

  public String selection() {
    return prefix() + "select/report.json";
  }

  public String summary() {
    return prefix() + "summary.json";
  }

  /** How the execution that works on the run failed. */
  public String failed() {
    return prefix() + "failed.json";
  }

  public String warehouseRejects(String connectorId) {
    return prefix() + "rejects/" + connectorId + "-warehouse.jsonl";
  }

  private static String name(Chunk chunk) {
    return String.format(Locale.ROOT, "%s-%04d", chunk.connectorId(), chunk.index());
  }
}
