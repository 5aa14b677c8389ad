package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.ConnectorSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import com.ceap.model.program.Selection;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.scoring.builtin.LogisticConfig;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.storage.CandidatePage;
import com.ceap.storage.Cursor;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A program over rows in memory, on the SQLite store. */
final class BatchFixture implements AutoCloseable {
  static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");
  final InstantSource clock = () -> now;
  final SqliteTables tables;
  final Stores stores;
  final ObjectStore objects;
  Optional<Selection> selection = Optional.empty();
  double tolerated = 0;
  boolean enabled = true;

  BatchFixture(Path folder) {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    stores = Stores.on(tables, clock);
    objects = new FolderObjectStore(folder.resolve("objects"));
  }

  RunSummary run(String programId, RowsConnector rows, boolean dryRun) {
    return run(programId, rows, DAY, dryRun, new HandOver.InMemory());
  }

  RunSummary runStaged(String programId, RowsConnector rows) {
    return run(
        programId, rows, DAY, false, new HandOver.ThroughObjects(new CandidateObjects(objects)));
  }

  RunSummary run(
      String programId, RowsConnector rows, LocalDate date, boolean dryRun, HandOver handOver) {
    now = now.plusSeconds(60);
    RunRequest request = new RunRequest(date, "run-" + now, dryRun);
    return place(rows).prepare(program(programId), dryRun, handOver, Progress.SILENT).run(request);
  }

  RunSummary rerun(String programId, RowsConnector rows, String executionId) {
    RunTicket run = new RunRecords(objects).ticket(new RunKeys(programId, executionId));
    return place(rows)
        .prepare(program(programId), run.dryRun(), new HandOver.InMemory(), Progress.SILENT)
        .rerun(run);
  }

  private BatchPlace place(RowsConnector rows) {
    Registries found = Registries.load();
    return new BatchPlace(
        new Registries(
            ExtensionRegistry.of(List.of(rows)),
            found.filters(),
            found.scoringProviders(),
            found.channels()),
        new ConnectorEnvironment(null),
        new ScoringEnvironment(BatchFixture::noEndpoint),
        new DecisionPorts(
            stores.customers(),
            stores.products(),
            stores.ledgers(),
            stores.features(),
            stores.scores()),
        stores.candidates(),
        stores.runs(),
        stores.erasures().log(),
        objects,
        clock,
        2);
  }

  private static ScoringProvider noEndpoint(String name) {
    throw new CeapException(ErrorCode.MODEL_MISSING, name);
  }

  Program program(String programId) {
    FilterFactory<?> rules = Registries.load().filters().find("business-rule").orElseThrow();
    Map<String, Object> parameters = new HashMap<>();
    rules.shape().keys().forEach(key -> parameters.put(key.name(), Optional.empty()));
    parameters.put("minViewCount", 3.0);
    return new Program(
        programId,
        "Rows",
        "v1",
        enabled,
        Optional.empty(),
        List.of("US"),
        "product",
        List.of(new ConnectorSpec("rows", "rows", new RowsConnector.Config(Optional.empty()))),
        List.of(),
        List.of(
            new ModelSpec(
                "m",
                "logistic://m",
                "logistic",
                "m",
                Map.of("view_count", new FeatureSource.Row("view_count", Optional.empty())),
                OptionalDouble.empty(),
                new LogisticConfig(-3, Map.of("view_count", 0.5), List.of()))),
        List.of(
            new FilterSpec(
                "views", "business-rule", 1, true, rules.shape().reader().apply(parameters))),
        List.of(new ChannelSpec("in-app", "in-app", true, 1, false, Map.of())),
        selection,
        Optional.empty(),
        Optional.empty(),
        DeliveryRules.DEFAULT,
        List.of(),
        Optional.empty(),
        7,
        0.5,
        tolerated,
        Map.of());
  }

  List<StoredCandidate> stored(String programId) {
    CandidatePage page =
        stores.candidates().top(programId, List.of("US"), "in-app", 0, 10_000, Cursor.START);
    return page.candidates();
  }

  @Override
  public void close() {
    tables.close();
  }
}
