package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.store.StoreStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Begins a run: makes it known, has its connectors lay out their rows by chunk, and lists the
 * chunks that are still to be decided. Repeated, it keeps the extract that is there. Thread-safe.
 */
public final class ExtractStep {
  /** Names the list of chunks to decide. */
  public static final String MANIFEST = "decide";

  private final Map<String, DataConnector> connectors;
  private final StoreStage store;
  private final RunObjects objects;

  ExtractStep(Map<String, DataConnector> connectors, StoreStage store, RunObjects objects) {
    this.connectors = new LinkedHashMap<>(connectors);
    this.store = store;
    this.objects = objects;
  }

  /**
   * The chunks of a run.
   *
   * @param pending those that are not decided yet
   */
  public record Extracted(ExtractReport report, List<Chunk> pending) {}

  /**
   * Begins a run, or goes on with it: what was extracted and decided is kept.
   *
   * @throws CeapException RUN_SUPERSEDED where a newer run is known; the connector's
   */
  public Extracted run(RunTicket run) {
    begin(run);
    return pending(run, objects.records().extract(run.keys()).orElseGet(() -> extracted(run)));
  }

  /**
   * Begins a run from nothing, whatever lies under its keys: a clock that was stopped gives two
   * runs one id.
   *
   * @throws CeapException as {@link #run}
   */
  public Extracted anew(RunTicket run) {
    objects.records().forget(run.keys());
    begin(run);
    return pending(run, extracted(run));
  }

  /**
   * Goes on with a run and extracts again, for a warehouse whose answers do not outlive it; what
   * was decided stays.
   *
   * @throws CeapException as {@link #run}; RUN_CHANGED where the rows fall into other chunks now
   */
  public Extracted again(RunTicket run) {
    begin(run);
    Optional<ExtractReport> before = objects.records().extract(run.keys());
    ExtractReport now = extract(run);
    before.ifPresent(known -> requireSameChunks(run, known, now));
    objects.records().extracted(run.keys(), now);
    return pending(run, now);
  }

  private void begin(RunTicket run) {
    objects.records().began(run);
    if (!run.dryRun()) {
      store.begin(run.keys(), run.businessDate(), run.startedAt());
    }
  }

  private ExtractReport extracted(RunTicket run) {
    ExtractReport report = extract(run);
    objects.records().extracted(run.keys(), report);
    return report;
  }

  private ExtractReport extract(RunTicket run) {
    long started = System.nanoTime();
    int attempt = objects.records().nextAttempt(run.keys());
    ExtractRequest request =
        new ExtractRequest(run.programId(), run.executionId(), run.businessDate(), attempt);
    List<Extract> extracts = new ArrayList<>();
    connectors.forEach(
        (id, connector) -> {
          Extract extract = connector.extract(request);
          objects.rejects(run.keys().warehouseRejects(id), extract.rejected());
          extracts.add(extract);
        });
    return ExtractReport.of(extracts, System.nanoTime() - started);
  }

  private Extracted pending(RunTicket run, ExtractReport report) {
    RunKeys keys = run.keys();
    List<Chunk> pending = new ArrayList<>(report.chunks());
    pending.removeAll(objects.records().decidedOf(keys, report.chunks()));
    objects.records().manifest(keys, MANIFEST, pending);
    return new Extracted(report, List.copyOf(pending));
  }

  private static void requireSameChunks(RunTicket run, ExtractReport before, ExtractReport now) {
    if (!before.pointers().equals(now.pointers())) {
      throw new CeapException(
          ErrorCode.RUN_CHANGED,
          "run %s had %d chunks, its rows now fall into %d: the warehouse has changed; run %s of %s anew"
              .formatted(
                  run.executionId(),
                  before.chunks().size(),
                  now.chunks().size(),
                  run.programId(),
                  run.businessDate()));
    }
  }
}
