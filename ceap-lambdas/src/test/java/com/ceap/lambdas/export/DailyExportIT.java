package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.export.ExportedDay.State;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.storage.Engagement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DailyExportIT {
  private static final String MESSAGES =
      "SELECT customer_id, state, dt FROM deliveries ORDER BY dt, customer_id";

  @TempDir Path folder;
  private ExportShop shop;
  private ExportedRows rows;

  @BeforeEach
  void open() {
    shop = new ExportShop(folder);
    rows = new ExportedRows(shop.objects);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aDaysDecisionsMessagesAndOutcomesAreThereWithEveryValue() {
    shop.decide(key("C1", "P1"), 0.75);
    Message message = shop.send(key("C1", "P1"), "email", MessageState.SENT);
    shop.convert(key("C1", "P1"), message, "129.99");
    shop.dismiss(key("C2", "P1"));
    shop.engage(
        key("C2", "P1"),
        Engagement.Type.DISMISSAL,
        Optional.of("in-app"),
        shop.now.minusSeconds(90));
    ExportReport report = shop.run(DAY);
    assertThat(report.days())
        .extracting(ExportedDay::table, ExportedDay::state, ExportedDay::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ExportTable.CANDIDATES, State.WRITTEN, 1L),
            org.assertj.core.groups.Tuple.tuple(ExportTable.DELIVERIES, State.WRITTEN, 1L),
            org.assertj.core.groups.Tuple.tuple(ExportTable.OUTCOMES, State.WRITTEN, 2L),
            org.assertj.core.groups.Tuple.tuple(ExportTable.ENGAGEMENTS, State.WRITTEN, 1L));
    assertThat(
            rows.query(
                "SELECT customer_id, subject_id, event, channel, occurred_at, recorded_at,"
                    + " order_id, revenue, program, dt FROM engagements"))
        .containsExactly(
            "C2 | P1 | DISMISSAL | in-app | 2026-11-20 03:33:30.0 | 2026-11-20 03:35:00.0 |"
                + " null | null | product-recommendations | 2026-11-20");
    assertThat(
            rows.query(
                "SELECT customer_id, marketplace, subject_type, subject_id, business_date, run_id,"
                    + " stored_at, event_time, score, discount_percent, category, channels,"
                    + " context['region'], attributes['price'], attributes['tags'],"
                    + " attributes['seen'], features['view_count'], program, dt FROM candidates"))
        .containsExactly(
            "C1 | US | product | P1 | 2026-11-19 | run-1 | 2026-11-20 03:35:00.0 |"
                + " 2026-11-19 10:00:00.123456 | 0.75 | 15 | Möbel | [email, in-app] | EU | 12.5 |"
                + " [\"a\",1] | 2026-11-19T10:00:00Z | 7 | product-recommendations | 2026-11-20");
    assertThat(
            rows.query(
                "SELECT scores['intent'].score, scores['intent'].discount_percent,"
                    + " scores['intent'].confidence, scores['affinity'].score,"
                    + " scores['affinity'].confidence, scores['affinity'].origin FROM candidates"))
        .containsExactly("0.75 | 15 | HIGH | 1.0 | null | FALLBACK");
    assertThat(
            rows.query(
                "SELECT customer_id, outcome, order_id, revenue, currency, message_id, touch,"
                    + " channel FROM outcomes ORDER BY customer_id"))
        .containsExactly(
            "C1 | CONVERTED | order-C1-P1 | 129.9900 | USD | m-C1-P1-email | 1 | email",
            "C2 | DISMISSED | null | null | null | null | null | null");
  }

  @Test
  void exactlyTheItemsThatADayCreatedOrUpdatedAreThereAsItLeftThem() {
    Message first = shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.send(key("C2", "P"), "email", MessageState.SENT);
    shop.now = shop.now.plus(Duration.ofDays(1));
    shop.advance(first, MessageState.OPENED);
    shop.advance(first, MessageState.CLICKED);
    shop.run(DAY);
    assertThat(rows.query(MESSAGES))
        .containsExactly("C1 | SENT | 2026-11-20", "C2 | SENT | 2026-11-20");
    shop.run(DAY.plusDays(1));
    assertThat(rows.query(MESSAGES))
        .containsExactly(
            "C1 | SENT | 2026-11-20", "C2 | SENT | 2026-11-20", "C1 | CLICKED | 2026-11-21");
  }

  @Test
  void repeatedAnExportLeavesTheSameFiles() throws IOException {
    for (int i = 0; i < 500; i++) {
      shop.decide(key("C" + i, "P"), i / 500.0);
    }
    shop.run(DAY);
    Map<String, String> before = shop.objects.tags(ExportKeys.ROOT);
    shop.now = shop.now.plus(Duration.ofDays(3));
    shop.decide(key("C1", "P"), 0.1);
    ExportReport again = shop.run(DAY);
    assertThat(again.days()).extracting(ExportedDay::state).containsOnly(State.UNCHANGED);
    assertThat(shop.objects.tags(ExportKeys.ROOT)).isEqualTo(before);
    Files.delete(
        shop.objects.path(ExportKeys.manifest(ExportTable.CANDIDATES, ExportShop.PROGRAM, DAY)));
    Map<String, byte[]> files = contents();
    shop.run(DAY);
    assertThat(contents()).as("after one that ended half way").containsAllEntriesOf(files);
    assertThat(rows.query("SELECT count(*), count(DISTINCT customer_id) FROM candidates"))
        .containsExactly("500 | 500");
  }

  @Test
  void anExportOfTheDaySoFarIsReplacedByTheWholeDay() {
    shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.run(DAY);
    shop.now = shop.now.plus(Duration.ofHours(1));
    shop.send(key("C2", "P"), "email", MessageState.SENT);
    shop.now = shop.now.plus(Duration.ofDays(1));
    ExportReport whole = shop.run(DAY);
    assertThat(whole.days()).extracting(ExportedDay::state).containsExactly(State.REPLACED);
    assertThat(whole.rows(ExportTable.DELIVERIES)).isEqualTo(2);
    assertThat(rows.query(MESSAGES)).hasSize(2);
  }

  @Test
  void onlyWhatAManifestNamesIsRead() throws IOException {
    shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.run(DAY);
    Path file = rows.files(ExportTable.DELIVERIES).getFirst();
    Files.copy(file, file.resolveSibling("part-00001.parquet"));
    assertThat(rows.query(MESSAGES)).hasSize(1);
    shop.send(key("C2", "P"), "email", MessageState.SENT);
    shop.run(DAY);
    assertThat(file.resolveSibling("part-00001.parquet")).doesNotExist();
    assertThat(rows.query(MESSAGES)).hasSize(2);
  }

  @Test
  void eachProgramHasFilesOfItsOwnAndMayBeExportedAlone() {
    CandidateKey other = new CandidateKey("C1", "it's-other", "DE", new Subject("cart", "K1"));
    shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.send(other, "sms", MessageState.SENT);
    ExportReport one = shop.export().run(DAY, Optional.of("it's-other"), ExportProgress.NONE);
    assertThat(one.days()).hasSize(4).extracting(ExportedDay::program).containsOnly("it's-other");
    assertThat(rows.query("SELECT program, channel FROM deliveries"))
        .containsExactly("it's-other | sms");
    shop.run(DAY);
    assertThat(rows.query("SELECT program FROM deliveries ORDER BY 1"))
        .containsExactly("it's-other", "product-recommendations");
  }

  @Test
  void aDayWithoutChangesIsExportedAsAnEmptyOne() {
    ExportReport report =
        shop.export().run(DAY, Optional.of(ExportShop.PROGRAM), ExportProgress.NONE);
    assertThat(report.days()).hasSize(4).allSatisfy(day -> assertThat(day.files()).isZero());
    assertThat(shop.objects.list(ExportKeys.ROOT)).hasSize(4).allMatch(k -> k.endsWith(".json"));
    assertThat(rows.query("SELECT count(*), max(scores['m'].score) FROM candidates"))
        .containsExactly("0 | null");
  }

  @Test
  void anErasedCustomerIsInNoExportAfterAndLeavesThoseBefore() {
    for (String customer : List.of("C1", "C2")) {
      shop.decide(key(customer, "P"), 0.5);
      Message message = shop.send(key(customer, "P"), "email", MessageState.SENT);
      shop.convert(key(customer, "P"), message, "10");
      shop.engage(key(customer, "P"), Engagement.Type.CLICK, Optional.of("in-app"), shop.now);
    }
    shop.run(DAY);
    shop.now = shop.now.plus(Duration.ofDays(2));
    shop.stores.erasures().erase("C1", shop.now);
    ExportReport report = shop.run(DAY.plusDays(2));
    assertThat(report.erasedCustomers()).isEqualTo(1);
    assertThat(report.rewrittenFiles()).isEqualTo(4);
    for (ExportTable table : ExportTable.values()) {
      assertThat(rows.query("SELECT customer_id FROM " + table.id())).containsExactly("C2");
    }
    shop.run(DAY);
    assertThat(rows.query(MESSAGES)).as("exported again").hasSize(1);
    assertThat(shop.run(DAY.plusDays(2)).rewrittenFiles()).isZero();
  }

  @Test
  void aDayThatTheChangeFeedHasForgottenIsRefusedAndItsFilesStay() {
    shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.run(DAY);
    shop.now = shop.now.plus(Duration.ofDays(20));
    assertThatThrownBy(() -> shop.run(DAY))
        .isInstanceOf(CeapException.class)
        .hasMessageContaining("changes are kept for 15 days");
    assertThat(rows.query(MESSAGES)).hasSize(1);
    assertThat(folder.toFile().list((_, name) -> name.startsWith("export-"))).isEmpty();
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    for (String key : shop.objects.list(ExportKeys.ROOT)) {
      contents.put(key, Files.readAllBytes(shop.objects.path(key)));
    }
    return contents;
  }
}
