package com.ceap.lambdas.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.storage.CeapTables;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Value;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that tell twice, in halves and from several shards, beside a store that remembers. */
final class ObjectChangeFeedTest {
  private static final TableDefinition TABLE = CeapTables.CANDIDATES;
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private BigInteger sequence = BigInteger.valueOf(99_950);
  private final List<ObjectNode> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aStreamGivesWhatTheStoreItselfRemembers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FolderObjectStore objects = new FolderObjectStore(folder);
    try (MemoryTables tables = new MemoryTables(() -> now)) {
      ChangesStage stage = new ChangesStage(objects, "ceap-test-");
      for (int i = 0; i < 400; i++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(25)));
        change(tables.table(TABLE), random);
      }
      hand(stage, random);
      ObjectChangeFeed feed = new ObjectChangeFeed(objects, () -> now);
      for (int day = 0; day <= 3; day++) {
        assertThat(day(feed, day))
            .as("day %d, seed %d", day, seed)
            .isEqualTo(day(tables.changes(), day));
      }
      assertThat(day(feed, 1)).isNotEmpty();
    }
  }

  @Test
  void everyKindOfValueComesBackUnchanged() {
    Item item =
        Item.builder()
            .with("customerId", "C1")
            .with("sk", "1CANDIDATE#p")
            .with("n", 0.1 + 0.2)
            .with("long", Long.MAX_VALUE)
            .with("flag", true)
            .with("bytes", new Value.Bytes(new byte[] {0, -1}))
            .with("list", new Value.ListOf(List.of(Value.of(1), Value.of("x"))))
            .with("map", new Value.MapOf(Item.builder().with("ü", "𝄞").build()))
            .build();
    assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
  }

  @Test
  void aBatchThatIsHandedOverAgainWritesTheSameObjects() {
    FolderObjectStore objects = new FolderObjectStore(folder);
    ChangesStage stage = new ChangesStage(objects, "ceap-test-");
    tell("INSERT", Item.builder().with("customerId", "C1").with("sk", "4MESSAGE#m").build());
    tell("INSERT", Item.builder().with("customerId", "C1").with("sk", "0LEDGER").build());
    now = now.plus(Duration.ofHours(1));
    tell("REMOVE", Item.builder().with("customerId", "C1").with("sk", "4MESSAGE#m").build());
    byte[] event = event(told).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(stage.take(new ByteArrayInputStream(event)))
        .as("the ledger is not fed")
        .isEqualTo(2);
    List<String> keys = objects.list("changes/");
    assertThat(keys)
        .containsExactly(
            "changes/candidates-removed/dt=2026-11-20/hh=01/99953.jsonl.gz",
            "changes/candidates/dt=2026-11-20/hh=00/99951.jsonl.gz");
    stage.take(new ByteArrayInputStream(event));
    assertThat(objects.list("changes/")).isEqualTo(keys);
  }

  @Test
  void theStreamOfAnotherTableIsRefused() {
    ChangesStage stage = new ChangesStage(new FolderObjectStore(folder), "ceap-prod-");
    tell("INSERT", Item.builder().with("customerId", "C1").with("sk", "4MESSAGE#m").build());
    assertThatThrownBy(() -> stage.take(event(told)))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "the stream of 'ceap-test-candidates' belongs to no table with a change feed; tables"
                + " begin with 'ceap-prod-'");
  }

  private void change(Table table, SplittableRandom random) {
    Key key = Key.of("C" + random.nextInt(60), (random.nextBoolean() ? "1CANDIDATE#" : "0X") + "s");
    Item keys = TABLE.keyItem(key);
    if (random.nextInt(20) == 0) {
      table.delete(key, Condition.ALWAYS);
      tell("REMOVE", keys);
    } else {
      Item item = Item.builder().withAll(keys).with("v", random.nextInt()).build();
      table.put(item, Condition.ALWAYS);
      tell("MODIFY", item);
    }
  }

  /** In batches of two shards, some of them again or in halves. */
  private void hand(ChangesStage stage, SplittableRandom random) {
    List<List<ObjectNode>> shards = List.of(new ArrayList<>(), new ArrayList<>());
    for (ObjectNode record : told) {
      String customer = record.at("/dynamodb/Keys/customerId/S").asText();
      shards.get(Math.floorMod(customer.hashCode(), 2)).add(record);
    }
    for (List<ObjectNode> shard : shards) {
      for (int from = 0; from < shard.size(); ) {
        int to = Math.min(shard.size(), from + 1 + random.nextInt(40));
        List<ObjectNode> batch = shard.subList(from, to);
        stage.take(event(batch));
        if (random.nextInt(3) == 0) {
          stage.take(event(batch.subList(0, (batch.size() + 1) / 2)));
          stage.take(event(batch.subList(batch.size() / 2, batch.size())));
        }
        from = to;
      }
    }
  }

  private void tell(String name, Item item) {
    sequence = sequence.add(BigInteger.ONE);
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("eventName", name);
    record.put(
        "eventSourceARN",
        "arn:aws:dynamodb:eu-west-1:123456789012:table/ceap-test-candidates/stream/2026-11-20");
    ObjectNode change = record.putObject("dynamodb");
    change.put("ApproximateCreationDateTime", now.toEpochMilli() / 1000.0);
    change.put("SequenceNumber", sequence.toString());
    change.set("Keys", ItemJson.write(TABLE.keyItem(TABLE.key(item))));
    if (!name.equals("REMOVE")) {
      change.set("NewImage", ItemJson.write(item));
    }
    told.add(record);
  }

  private static ObjectNode event(List<ObjectNode> records) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode list = event.putArray("Records");
    records.forEach(list::add);
    return event;
  }

  private static Map<Key, Item> day(ChangeFeed feed, int number) {
    Map<Key, Item> items = new HashMap<>();
    Instant from = START.plus(Duration.ofDays(number));
    feed.forEach(
        TABLE,
        from,
        from.plus(Duration.ofDays(1)),
        item -> assertThat(items.put(TABLE.key(item), item)).as("given once").isNull());
    return items;
  }
}
