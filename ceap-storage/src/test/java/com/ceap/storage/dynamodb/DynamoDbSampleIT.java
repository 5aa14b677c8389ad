package com.ceap.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.MutableClock;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbSampleIT {
  private static final TableDefinition THINGS =
      new TableDefinition("things", "id", "", List.of(), "ttl", false);

  /** DynamoDB, also the local one, leaves a ttl alone that passed more than five years ago. */
  private static final long TOO_OLD_TO_BE_DELETED = 946_684_800;

  private static final long FAR = 4_102_444_800L;

  private static LocalDynamoDb dynamoDb;

  private final MutableClock clock = new MutableClock();
  private final String prefix = UUID.randomUUID() + "-";
  private final DynamoDbSample sample = new DynamoDbSample(dynamoDb.client(), prefix);

  @BeforeAll
  static void start() throws Exception {
    dynamoDb = new LocalDynamoDb();
  }

  @AfterAll
  static void stop() throws Exception {
    dynamoDb.close();
  }

  private Table things(int count, long ttl) {
    Table table =
        DynamoDbTables.of(dynamoDb.client(), prefix, clock)
            .createMissing(List.of(THINGS))
            .table(THINGS);
    table.batchWrite(
        IntStream.range(0, count)
            .mapToObj(i -> Item.builder().with("id", "t" + i).with("ttl", ttl).build())
            .map(BatchWrite::put)
            .toList());
    return table;
  }

  @Test
  void ofASmallTableEveryItemIsGivenAlsoWhatReadersDoNotSeeAnyMore() {
    Table table = things(30, TOO_OLD_TO_BE_DELETED);
    List<String> seen = new ArrayList<>();

    long about = sample.forEach(THINGS, 100, item -> seen.add(item.text("id")));

    assertThat(about).isEqualTo(30);
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    assertThat(table.batchGet(seen.stream().map(com.ceap.storage.table.Key::of).toList()))
        .isEmpty();
  }

  @Test
  void aLargeTableIsReadInPlacesAndNoFurtherThanWasAsked() {
    var _ = things(2_500, FAR);
    List<String> seen = new ArrayList<>();
    Set<String> ever = new HashSet<>();
    for (int look = 0; look < 5; look++) {
      seen.clear();
      assertThat(sample.forEach(THINGS, 1_000, item -> seen.add(item.text("id")))).isEqualTo(2_500);
      assertThat(seen).hasSizeLessThanOrEqualTo(1_000);
      ever.addAll(seen);
    }
    assertThat(ever).hasSizeGreaterThan(500);
  }

  @Test
  void aTableThatIsMissingIsNamed() {
    assertThatThrownBy(() -> sample.forEach(THINGS, 1, _ -> {}))
        .hasMessageContaining(prefix + "things");
  }
}
