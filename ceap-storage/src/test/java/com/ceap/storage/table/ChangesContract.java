package com.ceap.storage.table;

import static com.ceap.storage.table.Condition.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every change feed keeps to. */
public abstract class ChangesContract {

  protected static final TableDefinition FED =
      new TableDefinition("fed", "pk", "sk", List.of(), "ttl", false).feeding(List.of("A#", "B'#"));
  private static final TableDefinition UNFED =
      new TableDefinition("unfed", "pk", "sk", List.of(), "ttl", false);

  protected final MutableClock clock = new MutableClock();
  private Instant today;
  private Tables tables;
  private ChangeFeed feed;
  private Table table;

  protected abstract Tables open(List<TableDefinition> definitions);

  /** The feed of the tables that were opened last. */
  protected abstract ChangeFeed feed();

  @BeforeEach
  void openTables() {
    today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    tables = open(List.of(FED, UNFED));
    feed = feed();
    table = tables.table(FED);
  }

  @AfterEach
  void closeTables() {
    tables.close();
  }

  @Test
  void everyItemThatWasWrittenOnADayIsGivenOnceAsTheDayLeftIt() {
    put("p", "A#1", 1);
    clock.advance(Duration.ofHours(1));
    put("p", "A#1", 2);
    clock.advance(Duration.ofDays(1));
    put("p", "A#1", 3);
    put("p", "B'#1", 4);
    clock.advance(Duration.ofDays(1));
    put("p", "A#1", 5);
    assertThat(day(0)).isEqualTo(Map.of("A#1", 2L));
    assertThat(day(1)).isEqualTo(Map.of("A#1", 3L, "B'#1", 4L));
    assertThat(day(2)).isEqualTo(Map.of("A#1", 5L));
    assertThat(day(3)).isEmpty();
  }

  @Test
  void daysTogetherGiveTheLastImageOfThemAll() {
    put("p", "A#1", 1);
    put("p", "A#2", 1);
    clock.advance(Duration.ofDays(1));
    put("p", "A#1", 2);
    clock.advance(Duration.ofDays(1));
    put("p", "A#1", 3);
    assertThat(between(today, today.plus(2, ChronoUnit.DAYS)))
        .isEqualTo(Map.of("A#1", 2L, "A#2", 1L));
    assertThat(between(today, today.plus(3, ChronoUnit.DAYS)))
        .isEqualTo(Map.of("A#1", 3L, "A#2", 1L));
  }

  @Test
  void everyWayOfWritingIsSeen() {
    table.batchWrite(List.of(BatchWrite.put(item("p", "A#batch", 1))));
    table.update(Key.of("p", "A#update"), Update.of(Update.put("v", Value.of(2))), ALWAYS);
    TransactWrite write = new TransactWrite.Put(FED, item("p", "A#transact", 3), ALWAYS);
    while (!(tables.transact(List.of(write)) instanceof TransactOutcome.Committed)) {
      // a conflict has written nothing
    }
    table.put(item("p", "A#refused", 4), Condition.EXISTS);
    assertThat(day(0)).isEqualTo(Map.of("A#batch", 1L, "A#update", 2L, "A#transact", 3L));
  }

  @Test
  void whatWasDeletedIsNotGivenAnyMore() {
    put("p", "A#1", 1);
    put("p", "A#2", 1);
    put("p", "A#3", 1);
    table.delete(Key.of("p", "A#1"), ALWAYS);
    clock.advance(Duration.ofDays(1));
    put("p", "A#3", 2);
    table.batchWrite(List.of(BatchWrite.delete(Key.of("p", "A#3"))));
    assertThat(day(0)).isEqualTo(Map.of("A#2", 1L));
    assertThat(day(1)).isEmpty();
  }

  @Test
  void whatExpiredIsGivenAsItWas() {
    Item expired =
        Item.builder()
            .with("pk", "p")
            .with("sk", "A#1")
            .with("v", 1)
            .with("ttl", clock.instant().getEpochSecond() + 1)
            .build();
    table.put(expired, ALWAYS);
    clock.advance(Duration.ofDays(1));
    List<Item> given = new ArrayList<>();
    feed.forEach(FED, today, today.plus(1, ChronoUnit.DAYS), given::add);
    assertThat(given).containsExactly(expired);
  }

  @Test
  void onlyItemsThatAreFedAreGiven() {
    put("p", "A", 1);
    put("p", "AA#", 1);
    put("p", "B#", 1);
    put("p", "B'#x", 1);
    assertThat(day(0)).isEqualTo(Map.of("B'#x", 1L));
  }

  @Test
  void aDayOfManyItemsIsGivenWhole() {
    table.batchWrite(
        IntStream.range(0, 3000)
            .mapToObj(i -> BatchWrite.put(item("p" + i, "A#" + i, i)))
            .toList());
    assertThat(day(0)).hasSize(3000).containsEntry("A#2999", 2999L);
  }

  @Test
  void aStretchThatCannotBeExactIsRefused() {
    Instant now = clock.instant();
    refused(FED, today, now.minusSeconds(1), "not at 2026-11-20T01:59:59Z");
    refused(UNFED, today, now, "table unfed has no change feed");
    refused(FED, Instant.EPOCH.minus(Duration.ofDays(9000)), now, "changes are kept for ");
    assertThat(between(today, now)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyHistoryGivesWhatAPlainRecordOfItGives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Map<String, Long>> days = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      Map<String, Long> written = new HashMap<>();
      for (int i = 0; i < 20; i++) {
        String sort = "A#" + random.nextInt(12);
        if (random.nextInt(10) == 0) {
          table.delete(Key.of("p", sort), ALWAYS);
          days.forEach(earlier -> earlier.remove(sort));
          written.remove(sort);
        } else {
          put("p", sort, i);
          written.put(sort, (long) i);
        }
        clock.advance(Duration.ofSeconds(1));
      }
      days.add(written);
      clock.advance(Duration.ofDays(1).minusSeconds(20));
    }
    for (int day = 0; day < 6; day++) {
      assertThat(day(day)).as("day %d, seed %d", day, seed).isEqualTo(days.get(day));
    }
  }

  private void refused(TableDefinition definition, Instant from, Instant to, String message) {
    assertThatThrownBy(() -> feed.forEach(definition, from, to, _ -> {}))
        .isInstanceOf(CeapException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((CeapException) e).code())
        .isEqualTo(ErrorCode.ARGUMENT_INVALID);
  }

  private Map<String, Long> day(int number) {
    Instant from = today.plus(number, ChronoUnit.DAYS);
    return between(from, from.plus(1, ChronoUnit.DAYS));
  }

  /** The value of {@code v} by sort key; an item that is given twice fails. */
  private Map<String, Long> between(Instant from, Instant to) {
    Map<String, Long> given = new TreeMap<>();
    feed.forEach(
        FED,
        from,
        to,
        item ->
            assertThat(given.put(item.text("sk"), item.number("v").toLong()))
                .as(item.text("sk"))
                .isNull());
    return given;
  }

  private void put(String pk, String sk, long value) {
    table.put(item(pk, sk, value), ALWAYS);
  }

  private static Item item(String pk, String sk, long value) {
    return Item.builder().with("pk", pk).with("sk", sk).with("v", value).build();
  }
}
