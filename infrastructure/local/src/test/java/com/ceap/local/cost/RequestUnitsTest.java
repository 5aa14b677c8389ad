package com.ceap.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RequestUnitsTest {
  private static final TableDefinition TABLE =
      new TableDefinition(
          "people",
          "pk",
          "",
          List.of(
              new IndexDefinition(
                  "by-score",
                  KeyAttribute.text("team"),
                  KeyAttribute.number("score"),
                  Projection.include("ttl"))),
          "ttl",
          false);

  private static final TableDefinition PARTITIONED =
      new TableDefinition("groups", "pk", "sk", List.of(), "ttl", false);

  private final MeteredTables tables = new MeteredTables(new MemoryTables(() -> Instant.EPOCH));

  @Test
  void aWriteIsAUnitForEachKilobyteOfTheLargerItem() {
    assertThat(writes(() -> put(item("a", 100)))).isEqualTo(1);
    assertThat(writes(() -> put(item("a", 2_500)))).isEqualTo(3);
    assertThat(writes(() -> put(item("a", 100)))).isEqualTo(3);
    assertThat(writes(() -> tables.table(TABLE).delete(Key.of("a"), Condition.ALWAYS)))
        .isEqualTo(1);
  }

  @Test
  void aBatchCostsWhatItsWritesCost() {
    assertThat(
            writes(
                () ->
                    tables
                        .table(TABLE)
                        .batchWrite(
                            List.of(
                                BatchWrite.put(item("a", 10)),
                                BatchWrite.put(item("b", 1_500)),
                                BatchWrite.delete(Key.of("c"))))))
        .isEqualTo(4);
  }

  @Test
  void aTransactionCostsTwice() {
    TransactWrite write = new TransactWrite.Put(TABLE, item("a", 1_500), Condition.ALWAYS);

    assertThat(writes(() -> tables.transact(List.of(write)))).isEqualTo(4);
  }

  @Test
  void anIndexCostsWhereItsEntryComesChangesOrGoes() {
    Item member =
        Item.builder().withAll(item("a", 10)).with("team", "red").with("score", 1).build();

    assertThat(writes(() -> put(member))).isEqualTo(2);
    assertThat(
            writes(() -> put(Item.builder().withAll(member).with("note", "not projected").build())))
        .isEqualTo(1);
    assertThat(writes(() -> update("score", Value.of(2)))).as("another key").isEqualTo(3);
    assertThat(writes(() -> update("ttl", Value.of(9_999_999_999L)))).as("projected").isEqualTo(2);
    assertThat(writes(() -> put(item("a", 10)))).as("no entry any more").isEqualTo(2);
  }

  @Test
  void aReadIsAUnitForEachFourKilobytesAndHalfOfItWhereItMayBeBehind() {
    put(item("a", 5_000));
    put(item("b", 10));

    assertThat(reads(() -> tables.table(TABLE).get(Key.of("a")))).isEqualTo(2);
    assertThat(reads(() -> tables.table(TABLE).get(Key.of("absent")))).isEqualTo(1);
    Set<Key> keys = Set.of(Key.of("a"), Key.of("b"), Key.of("absent"));
    assertThat(reads(() -> tables.table(TABLE).batchGet(keys))).isEqualTo(2);
    assertThat(reads(() -> tables.batchGet(Map.of(TABLE, keys), Consistency.STRONG))).isEqualTo(4);
  }

  @Test
  void aQueryIsChargedForTheSumOfItsItems() {
    for (String sort : List.of("1", "2")) {
      Item item =
          Item.builder().with("pk", "a").with("sk", sort).with("x", "x".repeat(3_000)).build();
      tables.table(PARTITIONED).put(item, Condition.ALWAYS);
    }

    assertThat(reads(() -> tables.table(PARTITIONED).query(Query.of("a").consistently())))
        .isEqualTo(2);
    assertThat(reads(() -> tables.table(PARTITIONED).query(Query.of("a")))).isEqualTo(1);
  }

  private double writes(Runnable work) {
    return counted(work).writes();
  }

  private double reads(Runnable work) {
    return counted(work).reads();
  }

  private RequestUnits counted(Runnable work) {
    RequestUnits before = now();
    work.run();
    return now().minus(before);
  }

  private RequestUnits now() {
    return tables.counted().values().stream().reduce(RequestUnits.NONE, RequestUnits::plus);
  }

  private void put(Item item) {
    assertThat(tables.table(TABLE).put(item, Condition.ALWAYS).written()).isTrue();
  }

  private void update(String attribute, Value value) {
    Update update = Update.of(Update.put(attribute, value));
    assertThat(tables.table(TABLE).update(Key.of("a"), update, Condition.EXISTS).written())
        .isTrue();
  }

  private static Item item(String key, int bytes) {
    return Item.builder().with("pk", key).with("x", "x".repeat(bytes)).build();
  }
}
