package com.ceap.storage.table;

import static com.ceap.storage.table.Condition.ABSENT;
import static com.ceap.storage.table.Condition.ALWAYS;
import static com.ceap.storage.table.Condition.EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store behind the table port keeps to. */
public abstract class TableContract {

  protected static final TableDefinition PEOPLE =
      new TableDefinition(
          "people",
          "pk",
          "sk",
          List.of(
              new IndexDefinition(
                  "by-score",
                  KeyAttribute.text("team"),
                  KeyAttribute.number("score"),
                  Projection.include("note", "ttl"))),
          "ttl",
          true);
  protected static final TableDefinition CLAIMS =
      new TableDefinition("claims", "id", "", List.of(), "ttl", false);

  protected final MutableClock clock = new MutableClock();
  private Tables tables;
  private Table people;

  /** A store with empty tables of these definitions. */
  protected abstract Tables open(List<TableDefinition> definitions);

  /** Whether a condition may compare text with a number, which DynamoDB answers with no. */
  protected boolean comparesTextWithNumbers() {
    return true;
  }

  /** Waits until indexes show every write. */
  protected void settle() {}

  @BeforeEach
  void openTables() {
    tables = open(List.of(PEOPLE, CLAIMS));
    people = tables.table(PEOPLE);
  }

  @AfterEach
  void closeTables() {
    tables.close();
  }

  @Test
  void anItemComesBackWithEveryValueUnchanged() {
    Item item =
        person("a", "1")
            .with("text", "Grüße, 𝄞 und #%")
            .with("empty", "")
            .with("long", Long.MAX_VALUE)
            .with("double", 0.1 + 0.2)
            .with("negative", -1234567890123L)
            .with("exact", Num.of(new BigDecimal("12345678901234567890.123456789012345678")))
            .with("flag", true)
            .with("bytes", new Value.Bytes(new byte[] {0, -1, 7}))
            .with("list", new Value.ListOf(List.of(Value.of(1), Value.of("x"), Value.of(false))))
            .with("map", new Value.MapOf(Item.builder().with("in", 2.5).build()))
            .with("no one", new Value.ListOf(List.of()))
            .build();
    people.put(item, ALWAYS);
    assertThat(people.get(Key.of("a", "1"))).contains(item);
    assertThat(people.batchGet(List.of(Key.of("a", "1"))).values()).containsExactly(item);
    assertThat(all(Query.of("a"))).containsExactly(item);
  }

  @Test
  void aTableMayHaveAPartitionKeyOnly() {
    Table claims = tables.table(CLAIMS);
    Item claim = Item.builder().with("id", "k").with("fence", 1).build();
    claims.put(claim, ALWAYS);
    assertThat(claims.get(Key.of("k"))).contains(claim);
    assertThat(claims.get(Key.of("l"))).isEmpty();
  }

  @Test
  void manyKeysAreReadInOneCallAndAbsentOnesAreLeftOut() {
    people.batchWrite(puts(IntStream.range(0, 230).mapToObj(i -> person("p" + i, "s").build())));
    List<Key> keys = IntStream.range(0, 250).mapToObj(i -> Key.of("p" + i, "s")).toList();
    assertThat(people.batchGet(keys)).hasSize(230).containsKey(Key.of("p229", "s"));
  }

  @Test
  void keysOfSeveralTablesAreReadInOneCall() {
    people.batchWrite(puts(IntStream.range(0, 130).mapToObj(i -> person("p" + i, "s").build())));
    long past = clock.instant().getEpochSecond();
    people.put(person("old", "s").with("ttl", past).build(), ALWAYS);
    Item claim = Item.builder().with("id", "k").with("fence", 1).build();
    tables.table(CLAIMS).put(claim, ALWAYS);
    Set<Key> keys =
        Stream.concat(IntStream.range(0, 140).mapToObj(i -> "p" + i), Stream.of("old"))
            .map(partition -> Key.of(partition, "s"))
            .collect(Collectors.toSet());
    for (Consistency consistency : Consistency.values()) {
      var found =
          tables.batchGet(
              Map.of(PEOPLE, keys, CLAIMS, Set.of(Key.of("k"), Key.of("l"))), consistency);
      assertThat(found.get(PEOPLE)).hasSize(130).containsKey(Key.of("p129", "s"));
      assertThat(found.get(CLAIMS)).isEqualTo(Map.of(Key.of("k"), claim));
    }
    assertThat(tables.batchGet(Map.of(CLAIMS, Set.of()), Consistency.STRONG))
        .isEqualTo(Map.of(CLAIMS, Map.of()));
  }

  @Test
  void aBatchPutsAndDeletesAnyNumberAndTheLastWriteOfAKeyWins() {
    List<BatchWrite> first =
        puts(IntStream.range(0, 60).mapToObj(i -> person("p", key(i)).build()));
    people.batchWrite(first);
    List<BatchWrite> second = new ArrayList<>();
    second.add(BatchWrite.put(person("p", key(0)).with("v", 1).build()));
    second.add(BatchWrite.put(person("p", key(0)).with("v", 2).build()));
    second.add(BatchWrite.put(person("p", key(1)).build()));
    second.add(BatchWrite.delete(Key.of("p", key(1))));
    second.add(BatchWrite.delete(Key.of("p", "absent")));
    people.batchWrite(second);
    assertThat(all(Query.of("p"))).hasSize(59);
    assertThat(people.get(Key.of("p", key(0))).orElseThrow().number("v")).isEqualTo(Num.of(2));
    people.batchWrite(List.of());
  }

  @Test
  void aRangeIsReadInTheOrderOfUtf8BytesForwardAndBackward() {
    List<String> keys = List.of("a", "a#", "a#b", "aé", "a\uFFFD", "a𝄞", "b", "Z");
    keys.forEach(sk -> people.put(person("p", sk).build(), ALWAYS));
    List<String> sorted = keys.stream().sorted(Utf8Order::compare).toList();
    assertThat(sorted).endsWith("a\uFFFD", "a𝄞", "b");
    assertThat(sorts(Query.of("p").limit(3))).isEqualTo(sorted);
    assertThat(sorts(Query.of("p").limit(3).backward())).isEqualTo(sorted.reversed());
    assertThat(sorts(Query.of("p").beginsWith("a#"))).containsExactly("a#", "a#b");
    assertThat(sorts(Query.of("p").beginsWith("a").backward())).hasSize(6);
    assertThat(sorts(Query.of("p").between(Value.of("a#"), Value.of("aé"))))
        .containsExactly("a#", "a#b", "aé");
  }

  @Test
  void aQueryMayGoOnAfterAnyItemItHasRead() {
    people.batchWrite(puts(IntStream.range(0, 40).mapToObj(i -> person("p", key(i)).build())));
    Query query = Query.of("p").limit(10).consistently();
    Position after = PEOPLE.after(person("p", key(25)).build(), query);
    assertThat(sorts(query.from(after))).hasSize(14).startsWith(key(26));
    assertThat(people.query(query.from(Position.END)).items()).isEmpty();
  }

  @Test
  void anIndexSortsByNumberAndHoldsOnlyItemsWithBothItsKeys() {
    double[] scores = {0.5, 10, 9, -1, 0.05, 1e-9};
    for (int i = 0; i < scores.length; i++) {
      people.put(member("p" + i, scores[i]).with("secret", 1).build(), ALWAYS);
    }
    people.put(person("q", "no score").with("team", "red").build(), ALWAYS);
    people.put(person("r", "no team").with("score", 5).build(), ALWAYS);
    settle();
    Query best = Query.of("red").on("by-score").backward().limit(4);
    List<Item> items = all(best);
    assertThat(items.stream().map(i -> i.number("score").toDouble()))
        .containsExactly(10.0, 9.0, 0.5, 0.05, 1e-9, -1.0);
    assertThat(Set.copyOf(items.getFirst().names()))
        .isEqualTo(Set.of("pk", "sk", "team", "score", "note"));
    assertThat(all(best.between(Value.of(0.05), Value.of(9)))).hasSize(3);
  }

  @Test
  void equalIndexKeysAreReadOnceEachAcrossPages() {
    people.batchWrite(puts(IntStream.range(0, 50).mapToObj(i -> member("p" + i, i % 3).build())));
    settle();
    List<Item> items = all(Query.of("red").on("by-score").backward().limit(7));
    assertThat(items.stream().map(PEOPLE::key).distinct()).hasSize(50).hasSameSizeAs(items);
    assertThat(items)
        .isSortedAccordingTo(Comparator.comparing((Item i) -> i.number("score")).reversed());
  }

  @Test
  void anIndexFollowsChangesOfItsKeys() {
    people.put(member("p", 1).build(), ALWAYS);
    people.update(Key.of("p", "s"), Update.of(Update.put("team", Value.of("blue"))), ALWAYS);
    settle();
    assertThat(all(Query.of("red").on("by-score"))).isEmpty();
    assertThat(all(Query.of("blue").on("by-score"))).hasSize(1);
    people.delete(Key.of("p", "s"), ALWAYS);
    settle();
    assertThat(all(Query.of("blue").on("by-score"))).isEmpty();
  }

  @Test
  void whatHasExpiredIsNeverRead() {
    long now = clock.instant().getEpochSecond();
    for (int i = 0; i < 6; i++) {
      people.put(member("p" + i, i).with("ttl", now + i).build(), ALWAYS);
    }
    clock.advance(Duration.ofSeconds(3));
    settle();
    assertThat(people.get(Key.of("p3", "s"))).isEmpty();
    assertThat(people.get(Key.of("p4", "s"))).isPresent();
    assertThat(people.batchGet(List.of(Key.of("p3", "s"), Key.of("p4", "s")))).hasSize(1);
    assertThat(all(Query.of("p3"))).isEmpty();
    assertThat(all(Query.of("red").on("by-score").limit(2))).hasSize(2);
  }

  @Test
  void aRefusedConditionIsAnOutcomeThatShowsWhatIsStored() {
    Item first = person("p", "s").with("version", 1).build();
    Item second = person("p", "s").with("version", 2).build();
    assertThat(people.put(first, EXISTS)).isEqualTo(new WriteOutcome.Refused(Item.EMPTY));
    assertThat(people.put(first, ABSENT)).isEqualTo(new WriteOutcome.Written(first));
    assertThat(people.put(second, ABSENT)).isEqualTo(new WriteOutcome.Refused(first));
    Condition rises = Condition.compare("version", Condition.Is.LESS, Value.of(2));
    assertThat(people.put(second, rises).written()).isTrue();
    assertThat(people.put(second, rises).written()).isFalse();
    assertThat(people.delete(Key.of("p", "s"), Condition.equal("version", Value.of(1))).written())
        .isFalse();
    assertThat(people.delete(Key.of("p", "s"), EXISTS).written()).isTrue();
    assertThat(people.get(Key.of("p", "s"))).isEmpty();
  }

  @Test
  void conditionsCombineAndComparisonsWithAbsentAttributesDoNotHold() {
    Key key = Key.of("p", "s");
    people.put(person("p", "s").with("n", 5).with("t", "m").build(), ALWAYS);
    Map<Condition, Boolean> expected =
        Map.of(
            Condition.all(Condition.has("n"), Condition.lacks("x")), true,
            Condition.any(Condition.has("x"), Condition.equal("t", Value.of("m"))), true,
            Condition.not(Condition.equal("n", Value.of(5.0))), false,
            Condition.compare("x", Condition.Is.LESS, Value.of(1)), false,
            Condition.not(Condition.compare("x", Condition.Is.LESS, Value.of(1))), true,
            Condition.compare("t", Condition.Is.AT_LEAST, Value.of("m")), true,
            Condition.compare("n", Condition.Is.AT_MOST, Value.of(4.99)), false);
    Update touch = Update.of(Update.put("touched", Value.of(true)));
    expected.forEach(
        (condition, holds) ->
            assertThat(people.update(key, touch, condition).written())
                .as(condition.toString())
                .isEqualTo(holds));
  }

  @Test
  void textIsNeitherAboveNorBelowANumber() {
    assumeThat(comparesTextWithNumbers()).as("conditions compare text with numbers").isTrue();
    Key key = Key.of("p", "s");
    people.put(person("p", "s").with("t", "m").build(), ALWAYS);
    Update touch = Update.of(Update.put("touched", Value.of(true)));
    for (Condition.Is is : Condition.Is.values()) {
      Condition mixed = Condition.compare("t", is, Value.of(1));
      assertThat(people.update(key, touch, mixed).written()).as(mixed.toString()).isFalse();
    }
  }

  @Test
  void anUpdateSetsAddsAndDropsAndCreatesWhatIsAbsent() {
    Key key = Key.of("p", "s");
    Update count = Update.of(Update.add("n", 2), Update.put("a", Value.of("x")), Update.drop("b"));
    people.update(key, count, ALWAYS);
    WriteOutcome outcome = people.update(key, count, EXISTS);
    Item after = person("p", "s").with("n", 4).with("a", "x").build();
    assertThat(outcome).isEqualTo(new WriteOutcome.Written(after));
    assertThat(people.get(key)).contains(after);
  }

  @Test
  void aTransactionOverTwoTablesWritesAllOrNothing() {
    Item claim = Item.builder().with("id", "k").build();
    Item person = person("p", "s").build();
    List<TransactWrite> writes =
        List.of(
            new TransactWrite.Put(CLAIMS, claim, ABSENT),
            new TransactWrite.Put(PEOPLE, person, ALWAYS),
            new TransactWrite.Check(PEOPLE, Key.of("gone", "s"), ABSENT));
    assertThat(transact(writes)).isEqualTo(new TransactOutcome.Committed());
    people.delete(Key.of("p", "s"), ALWAYS);
    assertThat(transact(writes)).isEqualTo(new TransactOutcome.Refused(List.of(0)));
    assertThat(people.get(Key.of("p", "s"))).isEmpty();
    assertThatThrownBy(() -> tables.transact(List.of(writes.get(0), writes.get(0))))
        .hasMessage(
            "a transaction has 1 to 100 writes on different items, was 2 writes on 1 items");
  }

  @Test
  void putsThatAreMadeTogetherStandOrFallEachByItself() {
    Item known = person("p", "known").with("n", 1).build();
    people.put(known, ALWAYS);
    Item big = person("p", "big").with("note", "x".repeat(Limits.ITEM_BYTES)).build();
    Item claim = Item.builder().with("id", "k").build();
    List<Attempt<WriteOutcome>> attempts =
        tables.putEach(
            List.of(
                new TransactWrite.Put(PEOPLE, person("p", "new").build(), ABSENT),
                new TransactWrite.Put(PEOPLE, person("p", "known").with("n", 2).build(), ABSENT),
                new TransactWrite.Put(PEOPLE, big, ALWAYS),
                new TransactWrite.Put(CLAIMS, claim, ABSENT)));
    assertThat(attempts.get(0))
        .isEqualTo(answered(new WriteOutcome.Written(person("p", "new").build())));
    assertThat(attempts.get(1)).isEqualTo(answered(new WriteOutcome.Refused(known)));
    assertThat(attempts.get(2))
        .isInstanceOfSatisfying(
            Attempt.Failed.class,
            failed -> assertThat(failed.why().code()).isEqualTo(ErrorCode.ARGUMENT_INVALID));
    assertThat(attempts.get(3)).isEqualTo(answered(new WriteOutcome.Written(claim)));
    assertThat(people.get(Key.of("p", "new"))).isPresent();
    assertThat(people.get(Key.of("p", "known"))).contains(known);
    assertThat(people.get(Key.of("p", "big"))).isEmpty();
    assertThat(tables.table(CLAIMS).get(Key.of("k"))).contains(claim);
  }

  private static Attempt<WriteOutcome> answered(WriteOutcome outcome) {
    return new Attempt.Answered<>(outcome);
  }

  @Test
  void itemsAndKeysBeyondTheLimitsOfDynamoDbAreRefusedWithoutQuotingThem() {
    refused(person("", "s").build(), "table people: key 'pk' must not be empty");
    refused(
        person("é".repeat(1025), "s").build(), "key 'pk' has at most 2048 bytes, this has 2050");
    refused(
        person("p", "x".repeat(1025)).build(), "key 'sk' has at most 1024 bytes, this has 1025");
    refused(person("p", "s").with("team", "").build(), "key 'team' must not be empty");
    refused(person("p", "s").with("score", "9").build(), "index key 'score' must be a NUMBER");
    refused(person("p", "s").with("x", "x".repeat(409_600)).build(), "at most 409600 bytes");
    people.put(person("p", "x".repeat(1024)).with("x", "x".repeat(400_000)).build(), ALWAYS);
  }

  private void refused(Item item, String message) {
    assertThatThrownBy(() -> people.batchWrite(List.of(BatchWrite.put(item))))
        .isInstanceOf(CeapException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((CeapException) e).code())
        .isEqualTo(ErrorCode.ARGUMENT_INVALID);
  }

  private TransactOutcome transact(List<TransactWrite> writes) {
    TransactOutcome outcome = tables.transact(writes);
    while (outcome instanceof TransactOutcome.Conflicted) {
      outcome = tables.transact(writes);
    }
    return outcome;
  }

  private List<Item> all(Query query) {
    List<Item> items = new ArrayList<>();
    Page page = people.query(query);
    items.addAll(page.items());
    while (!page.last()) {
      page = people.query(query.from(page.next()));
      items.addAll(page.items());
    }
    return items;
  }

  private List<String> sorts(Query query) {
    return all(query).stream().map(item -> item.text("sk")).toList();
  }

  private static List<BatchWrite> puts(Stream<Item> items) {
    return items.map(BatchWrite::put).toList();
  }

  private static String key(int number) {
    return "k%03d".formatted(number);
  }

  private static Item.Builder person(String pk, String sk) {
    return Item.builder().with("pk", pk).with("sk", sk);
  }

  private static Item.Builder member(String pk, double score) {
    return person(pk, "s").with("team", "red").with("score", score).with("note", "n");
  }
}
