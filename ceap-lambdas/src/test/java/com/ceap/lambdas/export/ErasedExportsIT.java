package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.cleanup.Place;
import com.ceap.model.MessageState;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of erased customers in exports. */
final class ErasedExportsIT {
  @TempDir private Path folder;
  private ExportShop shop;
  private ExportedRows rows;
  private final List<Measurement> measured = new ArrayList<>();

  @BeforeEach
  void open() {
    shop = new ExportShop(folder);
    rows = new ExportedRows(shop.objects);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(shop.now, ZoneOffset.UTC);
  }

  /** A day on which each of these got a message, exported. */
  private void day(String... customers) {
    for (String customer : customers) {
      shop.send(key(customer, "P" + today()), "email", MessageState.SENT);
    }
    shop.run(today());
    shop.now = shop.now.plus(Duration.ofDays(1));
  }

  private String clean() {
    ExportCleanup job =
        new ExportCleanup(
            shop.stores.erasures().log(),
            shop.objects,
            folder,
            ExportLimits.DEFAULT,
            measured::addAll);
    measured.clear();
    return job.run(new JobRun("export-cleanup", Optional.empty(), shop.now)).text();
  }

  private List<String> found(String customer) {
    return rows.query(
        "SELECT dt FROM deliveries WHERE customer_id = '%s' ORDER BY 1".formatted(customer));
  }

  @Test
  void onlyFilesThatMayHaveRowsOfTheErasedAreRead() {
    day("C1", "C2");
    day("C2", "C3");
    day("C1", "C3");
    shop.stores.erasures().erase("C1", shop.now);
    CountedObjects objects = new CountedObjects(shop.objects);
    DailyExport export = new DailyExport(shop.changes(), objects, folder, ExportLimits.DEFAULT);

    ExportReport report = export.run(today(), Optional.empty(), ExportProgress.NONE);

    assertThat(report.rewrittenFiles()).isEqualTo(2);
    assertThat(objects.opened.stream().filter(key -> key.endsWith(".parquet")))
        .hasSize(2)
        .noneMatch(key -> key.contains("dt=" + DAY.plusDays(1)));
    assertThat(found("C1")).isEmpty();
    assertThat(found("C3")).hasSize(2);
  }

  @Test
  void aFileThatDoesNotSayWhomItHasRowsOfIsRead() throws Exception {
    day("C1", "C2");
    for (String key : shop.objects.list(ExportKeys.ROOT)) {
      if (key.endsWith(".customers")) {
        Files.delete(shop.objects.path(key));
      }
    }
    shop.stores.erasures().erase("C1", shop.now);
    assertThat(shop.run(today()).rewrittenFiles()).isEqualTo(1);
    assertThat(found("C1")).isEmpty();
    assertThat(found("C2")).hasSize(1);
    assertThat(shop.objects.list(ExportKeys.ROOT).stream())
        .filteredOn(key -> key.endsWith(".customers"))
        .hasSize(1);
  }

  @Test
  void exportingADayAgainSaysWhomItsFilesHaveRowsOfWhereNothingDid() throws Exception {
    day("C1");
    String sketch =
        shop.objects.list(ExportKeys.ROOT).stream()
            .filter(key -> key.endsWith(".customers"))
            .findFirst()
            .orElseThrow();
    Files.delete(shop.objects.path(sketch));
    assertThat(shop.run(DAY).days())
        .extracting(ExportedDay::state)
        .containsOnly(ExportedDay.State.UNCHANGED);
    assertThat(shop.objects.list(ExportKeys.ROOT)).contains(sketch);
  }

  @Test
  void whoComesBackAfterTheErasureKeepsTheRowsFromThenOn() {
    day("C1", "C2");
    LocalDate erased = today();
    shop.stores.erasures().erase("C1", shop.now);
    shop.now = shop.now.plus(Duration.ofDays(1));
    day("C1");
    assertThat(found("C1")).hasSize(2);

    assertThat(shop.run(erased).rewrittenFiles()).isEqualTo(1);

    assertThat(found("C1")).containsExactly(erased.plusDays(1).toString());
    assertThat(clean()).isEqualTo("0 rows of erased customers in 2 of 2 exported files");
  }

  @Test
  void theWeeklyCleanupFindsWhatExportsHavePassedOverAndTakesItOut() {
    assertThat(clean()).isEqualTo("nobody was erased lately");
    assertThat(measured).contains(Metric.OVERDUE.of(0, Place.EXPORTS));
    day("C1", "C2");
    day("C2");
    day("C1");
    shop.stores.erasures().erase("C1", shop.now);

    assertThat(clean())
        .isEqualTo(
            "2 rows of erased customers in 3 of 3 exported files; rows were taken out of 2 files");

    assertThat(measured)
        .containsExactly(Metric.OVERDUE.of(2, Place.EXPORTS), Metric.OVERDUE.of(2, Place.ALL));
    assertThat(found("C1")).isEmpty();
    assertThat(found("C2")).hasSize(2);
    assertThat(clean()).isEqualTo("0 rows of erased customers in 3 of 3 exported files");
    assertThat(folder.toFile().list((_, name) -> name.startsWith("erased-"))).isEmpty();
  }
}
