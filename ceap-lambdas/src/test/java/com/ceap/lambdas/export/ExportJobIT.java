package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.model.MessageState;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of exporting, some of which are missed. */
final class ExportJobIT {
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

  private void days(int days) {
    shop.now = shop.now.plus(Duration.ofDays(days));
  }

  private void send(String customer) {
    shop.send(key(customer, "P"), "email", MessageState.SENT);
  }

  private JobResult night() {
    return night(shop.now);
  }

  private JobResult night(Instant slot) {
    measured.clear();
    return new ExportJob(shop.export(), measured::addAll)
        .run(new JobRun("export", Optional.empty(), slot));
  }

  private List<String> exported() {
    return rows.query("SELECT dt, customer_id FROM deliveries ORDER BY 1, 2");
  }

  @Test
  void nightsThatWereMissedAreMadeUpFor() {
    send("C1");
    days(1);
    assertThat(night().text())
        .isEqualTo(DAY + ": 0 candidates, 1 deliveries, 0 outcomes, 0 engagements");
    send("C2");
    days(1);
    send("C3");
    days(2);

    assertThat(night().text())
        .isEqualTo(
            DAY.plusDays(3)
                + ": 0 candidates, 0 deliveries, 0 outcomes, 0 engagements; 2 rows of the days from "
                + DAY.plusDays(1)
                + " on, which were missing");

    assertThat(measured).filteredOn(Metric.DAYS_EXPORTED.of(1)::equals).hasSize(3);
    assertThat(exported())
        .containsExactly(DAY + " | C1", DAY.plusDays(1) + " | C2", DAY.plusDays(2) + " | C3");
  }

  @Test
  void anErasureOnANightThatWasMissedTakesRowsOutAllTheSame() {
    send("C1");
    send("C2");
    days(1);
    night();
    shop.stores.erasures().erase("C1", shop.now);
    days(5);
    night();
    assertThat(exported()).containsExactly(DAY + " | C2");
  }

  @Test
  void aSlotThatIsDoneAgainExportsItsOwnDayAlone() {
    send("C1");
    days(1);
    night();
    send("C2");
    days(3);
    Instant slot = shop.now;
    night(slot);
    assertThat(night(slot).text()).startsWith(DAY.plusDays(3) + ": ").doesNotContain("missing");
    assertThat(measured).filteredOn(Metric.DAYS_EXPORTED.of(1)::equals).hasSize(1);
    assertThat(night(slot.minus(Duration.ofDays(2))).text()).startsWith(DAY.plusDays(1) + ": ");
    days(1);
    night();
    assertThat(measured).filteredOn(Metric.DAYS_EXPORTED.of(1)::equals).hasSize(1);
  }

  @Test
  void daysThatTheFeedHasForgottenArePassedOver() {
    send("C1");
    days(1);
    night();
    send("C2");
    days(40);
    send("C3");
    Instant late = shop.now.minus(Duration.ofDays(30));
    assertThat(night(late)).isInstanceOf(JobResult.Skipped.class);
    days(1);
    assertThat(night()).isInstanceOf(JobResult.Done.class);
    assertThat(exported()).containsExactly(DAY + " | C1", DAY.plusDays(41) + " | C3");
  }
}
