package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run writes down about itself, a small JSON object each. Because an object's key follows
 * from the chunk, writing one again changes nothing, and an object that is there says that the work
 * it reports is done. Thread-safe.
 */
public final class RunRecords {
  private final ObjectStore objects;

  public RunRecords(ObjectStore objects) {
    this.objects = objects;
  }

  public void began(RunTicket run) {
    write(run.keys().ticket(), run);
  }

  /**
   * The run as it began.
   *
   * @throws CeapException ARGUMENT_INVALID where there is no such run
   */
  public RunTicket ticket(RunKeys keys) {
    return find(keys.ticket(), RunTicket.class)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "there is no run %s of program %s: nothing lies under %s"
                        .formatted(keys.executionId(), keys.programId(), keys.ticket())));
  }

  /** Forgets what was done for a run. */
  void forget(RunKeys keys) {
    for (String done : List.of(keys.reports(), keys.allStored(), keys.selection())) {
      objects.list(done).forEach(objects::delete);
    }
  }

  /** A number that no attempt to extract for this run has had, from 1. */
  int nextAttempt(RunKeys keys) {
    int attempt = objects.list(keys.attempts()).size() + 1;
    write(keys.attempt(attempt), attempt);
    return attempt;
  }

  void extracted(RunKeys keys, ExtractReport report) {
    write(keys.extract(), report);
  }

  public Optional<ExtractReport> extract(RunKeys keys) {
    return find(keys.extract(), ExtractReport.class);
  }

  void decided(RunKeys keys, Chunk chunk, ChunkReport report) {
    write(keys.report(chunk), report);
  }

  ChunkReport report(RunKeys keys, Chunk chunk) {
    return read(keys.report(chunk), ChunkReport.class);
  }

  /** Those of some chunks that are decided. */
  List<Chunk> decidedOf(RunKeys keys, List<Chunk> chunks) {
    Set<String> there = new HashSet<>(objects.list(keys.reports()));
    return chunks.stream().filter(chunk -> there.contains(keys.report(chunk))).toList();
  }

  void selected(RunKeys keys, StageReport report) {
    write(keys.selection(), report);
  }

  Optional<StageReport> selection(RunKeys keys) {
    return find(keys.selection(), StageReport.class);
  }

  void stored(RunKeys keys, Chunk chunk, StageReport report) {
    write(keys.stored(chunk), report);
  }

  StageReport stored(RunKeys keys, Chunk chunk) {
    return read(keys.stored(chunk), StageReport.class);
  }

  /** Those of some chunks that are stored. */
  List<Chunk> storedOf(RunKeys keys, List<Chunk> chunks) {
    Set<String> there = new HashSet<>(objects.list(keys.allStored()));
    return chunks.stream().filter(chunk -> there.contains(keys.stored(chunk))).toList();
  }

  /** Notes why a chunk failed, for the run's summary. */
  public void failed(RunKeys keys, Chunk chunk, ChunkFailure failure) {
    write(keys.failure(chunk), failure);
  }

  Optional<ChunkFailure> failure(RunKeys keys, Chunk chunk) {
    return find(keys.failure(chunk), ChunkFailure.class);
  }

  /** Lists the chunks that a map is to work on. */
  void manifest(RunKeys keys, String map, List<Chunk> chunks) {
    write(keys.manifest(map), chunks.stream().map(ChunkPointer::of).toList());
  }

  /** Writes any other record. */
  public void write(String key, Object value) {
    objects.put(key, out -> out.write(BatchJson.mapper().writeValueAsBytes(value)));
  }

  /** Reads any other record, where it is there. */
  public <T> Optional<T> find(String key, Class<T> type) {
    return objects.list(key).contains(key) ? Optional.of(read(key, type)) : Optional.empty();
  }

  private <T> T read(String key, Class<T> type) {
    try (InputStream in = objects.open(key)) {
      return BatchJson.mapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
