package com.ceap.lambdas.batch;

import static com.ceap.lambdas.batch.RowsConnector.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.trace.TraceLine;
import com.ceap.model.CandidateKey;
import com.ceap.model.program.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunIT {
  @TempDir Path folder;
  private BatchFixture batch;

  @BeforeEach
  void open() {
    batch = new BatchFixture(folder);
  }

  @AfterEach
  void close() {
    batch.close();
  }

  @Test
  void theFunnelAddsUpAndWhatPassedIsStored() {
    RunSummary run =
        batch.run(
            "p",
            new RowsConnector(
                List.of(
                    row("C1", "P1", 5, "shoes"),
                    row("C1", "P1", 4, "shoes"),
                    row("C1", "P2", 2, "hats"),
                    row("C2", "P1", 9, "shoes"),
                    row(null, "P1", 9, "shoes"))),
            false);
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.raw()).isEqualTo(5);
    assertThat(run.rejectedRecords()).isEqualTo(1);
    assertThat(run.recordReasons()).isEqualTo(Map.of("MISSING_CUSTOMER", 1L));
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.unique()).isEqualTo(3);
    assertThat(run.filters())
        .singleElement()
        .satisfies(
            filter -> {
              assertThat(filter.in()).isEqualTo(3);
              assertThat(filter.reasons()).isEqualTo(Map.of("BELOW_MIN_VIEW_COUNT", 1L));
            });
    assertThat(run.eligible()).isEqualTo(2);
    assertThat(run.scored()).isEqualTo(2);
    assertThat(run.stored()).isEqualTo(2);
    assertThat(keys("p")).extracting(CandidateKey::customerId).containsExactly("C2", "C1");
  }

  @Test
  void nothingIsStoredOfWhatWasErasedSinceItHappened() {
    batch.stores.erasures().erase("C1", batch.clock.instant());
    RunSummary run =
        batch.run(
            "p",
            new RowsConnector(List.of(row("C1", "P1", 5, "shoes"), row("C2", "P1", 9, "shoes"))),
            false);
    assertThat(run.scored()).isEqualTo(2);
    assertThat(run.stored()).isEqualTo(1);
    assertThat(keys("p")).extracting(CandidateKey::customerId).containsExactly("C2");
  }

  @Test
  void everyRejectionIsInTheTrace() {
    RunSummary run =
        batch.run("p", new RowsConnector(List.<Object[]>of(row("C1", "P2", 2, "hats"))), true);
    RunObjects objects = new RunObjects(batch.objects);
    assertThat(objects.rejections(new RunKeys("p", run.executionId()), "C1"))
        .extracting(TraceLine::rejection)
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.filterId()).isEqualTo("views");
              assertThat(rejection.reasonCode()).isEqualTo("BELOW_MIN_VIEW_COUNT");
              assertThat(rejection.sentence()).isEqualTo("view_count 2 is below 3");
            });
  }

  @Test
  void aRunWithTooManyUnreadableRecordsFailsAndStoresNothing() {
    RunSummary run =
        batch.run(
            "p",
            new RowsConnector(
                List.of(row(null, "P1", 5, "a"), row(null, "P1", 5, "a"), row("C1", "P1", 5, "a"))),
            false);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.problem())
        .contains(
            "TOO_MANY_REJECTS: 2 of 3 records (66.7 %) could not be read, maxRejectRatio allows"
                + " 50.0 %; the reasons: {MISSING_CUSTOMER=2}");
    assertThat(batch.stored("p")).isEmpty();
    assertThat(batch.stores.runs().latest("p", 1)).extracting("state").hasToString("[FAILED]");
  }

  @Test
  void aChunkThatFailsFailsTheRunWithoutStoring() {
    RowsConnector rows = new RowsConnector(customers(40));
    rows.broken.add(2);
    RunSummary run = batch.run("p", rows, false);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.problem().orElseThrow())
        .isEqualTo(
            "1 of 4 chunks failed, tolerated is a share of 0.0; the first: WAREHOUSE_UNAVAILABLE:"
                + " the warehouse is down");
    assertThat(batch.stored("p")).isEmpty();
  }

  @Test
  void aToleratedFailureLeavesTheOtherChunksWhole() {
    List<Object[]> all = customers(40);
    RowsConnector rows = new RowsConnector(all);
    rows.broken.add(2);
    batch.tolerated = 0.25;
    RunSummary run = batch.run("p", rows, false);
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.failures()).singleElement().extracting(ChunkFailure::chunk).isEqualTo(2);
    assertThat(batch.stored("p"))
        .hasSize(
            (int) all.stream().filter(row -> Math.floorMod(row[0].hashCode(), 4) != 2).count());
  }

  @Test
  void aSecondRunOfTheSameDayLeavesTheSameTable() {
    RowsConnector rows = new RowsConnector(random(1, 300));
    batch.run("p", rows, false);
    List<CandidateKey> first = keys("p");
    batch.run("p", rows, false);
    assertThat(first).isNotEmpty();
    assertThat(keys("p")).isEqualTo(first);
  }

  @Test
  void stagesThatHandOverObjectsDecideTheSame() {
    RowsConnector rows = new RowsConnector(random(2, 300));
    RunSummary direct = batch.run("direct", rows, false);
    RunSummary staged = batch.runStaged("staged", rows);
    assertThat(staged.filters()).isEqualTo(direct.filters());
    assertThat(staged.scoreDistribution()).isEqualTo(direct.scoreDistribution());
    assertThat(batch.stored("staged"))
        .extracting(c -> c.decision().score())
        .isEqualTo(batch.stored("direct").stream().map(c -> c.decision().score()).toList());
  }

  @Test
  void twoProgramsWithTheSameCustomersDoNotDisturbEachOther() {
    RowsConnector rows = new RowsConnector(random(3, 200));
    batch.run("a", rows, false);
    List<CandidateKey> before = keys("a");
    RowsConnector broken = new RowsConnector(random(3, 200));
    broken.broken.add(0);
    assertThat(batch.run("b", broken, false).state()).isEqualTo(RunState.FAILED);
    assertThat(batch.run("ab", rows, false).state()).isEqualTo(RunState.COMPLETE);
    assertThat(keys("a")).isEqualTo(before);
    assertThat(batch.stored("b")).isEmpty();
  }

  @Test
  void aDryRunDecidesEverythingAndWritesNoCandidate() {
    RunSummary run = batch.run("p", new RowsConnector(customers(10)), true);
    assertThat(run.state()).isEqualTo(RunState.DRY_RUN);
    assertThat(run.scored()).isEqualTo(10);
    assertThat(run.stored()).isZero();
    assertThat(batch.stored("p")).isEmpty();
    assertThat(batch.stores.runs().latest("p", 1)).isEmpty();
  }

  @Test
  void aProgramThatIsSwitchedOffDoesNothing() {
    batch.enabled = false;
    RunSummary run = batch.run("p", new RowsConnector(customers(10)), false);
    assertThat(run.state()).isEqualTo(RunState.DISABLED);
    assertThat(batch.stored("p")).isEmpty();
  }

  @Test
  void onlyTheBestOfEachGroupAreStoredWhereAProgramSelects() {
    batch.selection = Optional.of(new Selection(2, Selection.GroupBy.CATEGORY));
    RunSummary run =
        batch.run(
            "p",
            new RowsConnector(
                List.of(
                    row("C1", "P1", 5, "a"),
                    row("C2", "P1", 6, "a"),
                    row("C3", "P1", 7, "a"),
                    row("C4", "P1", 4, "b"))),
            false);
    assertThat(run.scored()).isEqualTo(4);
    assertThat(run.selected()).isEqualTo(3);
    assertThat(run.stored()).isEqualTo(3);
    assertThat(keys("p")).extracting(CandidateKey::customerId).containsExactly("C3", "C2", "C4");
  }

  @Test
  void aRunOfAnOlderDayIsRefusedOnceANewerOneHasStored() {
    RowsConnector rows = new RowsConnector(customers(3));
    batch.run("p", rows, false);
    RunSummary late =
        batch.run("p", rows, BatchFixture.DAY.minusDays(1), false, new HandOver.InMemory());
    assertThat(late.state()).isEqualTo(RunState.FAILED);
    assertThat(late.problem().orElseThrow())
        .startsWith("RUN_SUPERSEDED: run ")
        .endsWith("which has stored since; run a date that is not older");
  }

  @Test
  void aRerunWorksOnTheFailedChunksAloneAndStoresWhatWasMissing() {
    List<Object[]> all = customers(40);
    RowsConnector whole = new RowsConnector(all);
    batch.run("whole", whole, false);
    RowsConnector rows = new RowsConnector(all);
    rows.broken.add(2);
    RunSummary failed = batch.run("p", rows, false);
    assertThat(failed.state()).isEqualTo(RunState.FAILED);
    rows.broken.clear();
    rows.broken.addAll(List.of(0, 1, 3));
    RunSummary rerun = batch.rerun("p", rows, failed.executionId());
    assertThat(rerun.problem()).isEmpty();
    assertThat(rerun.state()).isEqualTo(RunState.COMPLETE);
    assertThat(rerun.raw()).isEqualTo(40);
    assertThat(rerun.stored()).isEqualTo(40);
    assertThat(keys("p"))
        .extracting(CandidateKey::customerId)
        .isEqualTo(keys("whole").stream().map(CandidateKey::customerId).toList());
    assertThat(batch.stores.runs().latest("p", 1)).extracting("state").hasToString("[SUCCEEDED]");
  }

  @Test
  void aRerunOfARunThatANewerOneHasOvertakenIsRefused() {
    RowsConnector rows = new RowsConnector(customers(40));
    rows.broken.add(2);
    RunSummary failed = batch.run("p", rows, false);
    rows.broken.clear();
    batch.run("p", rows, false);
    RunSummary rerun = batch.rerun("p", rows, failed.executionId());
    assertThat(rerun.state()).isEqualTo(RunState.FAILED);
    assertThat(rerun.problem().orElseThrow()).startsWith("RUN_SUPERSEDED: ");
  }

  @Test
  void noInputIsAGoodRun() {
    RunSummary run = batch.run("p", new RowsConnector(List.of()), false);
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.raw()).isZero();
    assertThat(run.filters()).singleElement().extracting("in").isEqualTo(0L);
  }

  private List<CandidateKey> keys(String program) {
    return batch.stored(program).stream().map(c -> c.decision().key()).toList();
  }

  private static List<Object[]> customers(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row("C" + i, "P" + i % 3, 3 + i % 5, "a"));
    }
    return rows;
  }

  private static List<Object[]> random(long seed, int count) {
    Random random = new Random(seed);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row("C" + random.nextInt(60), "P" + random.nextInt(9), random.nextInt(12), "a"));
    }
    return rows;
  }
}
