package com.ceap.storage;

import static com.ceap.storage.CeapTables.RUNS;

import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs by program. A program's newest run is the one of the latest business date, of several for
 * that the one that started last; only it may store, so a straggler cannot take decisions back in
 * time. Thread-safe.
 */
public final class RunRepository {

  private static final String NEWEST = "0NEWEST";
  private static final String RUN = "1RUN";

  private final Table table;

  RunRepository(Table table) {
    this.table = table;
  }

  /** Writes the run, and makes it its program's newest unless a newer one is known. */
  public RunStanding register(Run run) {
    table.put(item(run), Condition.ALWAYS);
    Item newest =
        Item.builder()
            .withAll(RUNS.keyItem(Key.of(run.programId(), NEWEST)))
            .with("run", run.runId())
            .with("date", run.businessDate().toString())
            .with("startedAt", Epoch.of(run.startedAt()))
            .build();
    table.put(newest, Condition.any(Condition.ABSENT, notNewerThan(run)));
    return standing(run);
  }

  private static Condition notNewerThan(Run run) {
    Value date = Value.of(run.businessDate().toString());
    Value startedAt = Epoch.of(run.startedAt());
    return Condition.any(
        Condition.compare("date", Condition.Is.LESS, date),
        Condition.all(
            Condition.equal("date", date),
            Condition.compare("startedAt", Condition.Is.AT_MOST, startedAt)));
  }

  /** Whether the run may store; one consistent read, for each chunk. */
  public RunStanding standing(Run run) {
    Item newest = table.get(Key.of(run.programId(), NEWEST)).orElse(Item.EMPTY);
    if (newest.isEmpty() || newest.text("run").equals(run.runId())) {
      return new RunStanding.Newest();
    }
    return new RunStanding.Superseded(newest.text("run"), LocalDate.parse(newest.text("date")));
  }

  /** Writes the run's state and summary in place of what was known of it. */
  public void update(Run run) {
    table.put(item(run), Condition.ALWAYS);
  }

  /**
   * Ends a run that is still RUNNING; one that has ended itself meanwhile stays as it ended.
   *
   * @return whether it was RUNNING
   */
  public boolean settle(Run ended) {
    Condition running = Condition.equal("state", Value.of(Run.State.RUNNING.name()));
    return table.put(item(ended), running).written();
  }

  public Optional<Run> find(String programId, LocalDate businessDate, String runId) {
    return table.get(key(programId, businessDate, runId)).map(RunRepository::run);
  }

  /** The newest runs of a program, the latest business date first. */
  public List<Run> latest(String programId, int limit) {
    Query query = Query.of(programId).beginsWith(CompositeKey.of(RUN)).backward().limit(limit);
    List<Run> runs = new ArrayList<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last() && runs.size() < limit) {
      page = table.query(query.from(page.next()).limit(limit - runs.size()));
      page.items().forEach(item -> runs.add(run(item)));
    }
    return runs;
  }

  private static Key key(String programId, LocalDate businessDate, String runId) {
    return Key.of(programId, CompositeKey.of(RUN, businessDate.toString(), runId));
  }

  private static Item item(Run run) {
    return Item.builder()
        .withAll(RUNS.keyItem(key(run.programId(), run.businessDate(), run.runId())))
        .with("run", run.runId())
        .with("date", run.businessDate().toString())
        .with("startedAt", Epoch.of(run.startedAt()))
        .with("state", run.state().name())
        .with("summary", run.summary())
        .build();
  }

  private static Run run(Item item) {
    return new Run(
        item.text(RUNS.partitionKey()),
        item.text("run"),
        LocalDate.parse(item.text("date")),
        Epoch.read(item, "startedAt"),
        Run.State.valueOf(item.text("state")),
        item.text("summary"));
  }
}
