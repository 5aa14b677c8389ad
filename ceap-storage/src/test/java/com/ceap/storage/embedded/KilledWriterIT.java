package com.ceap.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.MutableClock;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process reads while one writes, and after that one was killed (SIGKILL). */
class KilledWriterIT {

  private static final int BATCH = 200;
  private static final TableDefinition TABLE =
      new TableDefinition(
          "t",
          "pk",
          "sk",
          List.of(
              new IndexDefinition(
                  "by-batch",
                  KeyAttribute.text("all"),
                  KeyAttribute.number("batch"),
                  new Projection.All())),
          "ttl",
          false);

  @TempDir Path folder;

  @Test
  void everyAcknowledgedBatchIsThereWholeAndNoneInPart() throws Exception {
    Path file = folder.resolve("ceap.db");
    Process writer = startWriter(file);
    try (BufferedReader acknowledged = writer.inputReader()) {
      readWhileItIsWritten(file, acknowledged);
      // By its handle: Process.destroyForcibly would close the stream of acknowledgements too.
      writer.toHandle().destroyForcibly();
      writer.waitFor();
      int last = acknowledged.lines().mapToInt(Integer::parseInt).max().orElse(0);
      try (SqliteTables tables = SqliteTables.open(file, new MutableClock())) {
        assertWholeBatches(tables.table(TABLE), Math.max(5, last));
        tables.table(TABLE).put(item(0, BATCH), Condition.ABSENT);
        assertThat(tables.table(TABLE).get(Key.of("p" + BATCH, "0"))).isPresent();
      }
    }
  }

  private static void readWhileItIsWritten(Path file, BufferedReader acknowledged)
      throws Exception {
    int seen = 0;
    while (seen < 5) {
      seen = Integer.parseInt(acknowledged.readLine());
    }
    try (SqliteTables tables = SqliteTables.open(file, new MutableClock())) {
      assertWholeBatches(tables.table(TABLE), seen);
    }
  }

  private static void assertWholeBatches(Table table, int atLeast) {
    List<Item> items = table.query(Query.of("x").on("by-batch").limit(1_000_000)).items();
    assertThat(items.size() % BATCH).isZero();
    assertThat(items.size() / BATCH).isGreaterThanOrEqualTo(atLeast);
    assertThat(items.getLast().number("batch").toLong()).isEqualTo(items.size() / BATCH);
    assertThat(table.batchGet(items.stream().map(TABLE::key).toList())).hasSameSizeAs(items);
  }

  private static Process startWriter(Path file) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriterIT.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Writes one batch after another and prints the number of each that was acknowledged. */
  public static void main(String[] args) {
    try (SqliteTables tables = SqliteTables.open(Path.of(args[0]), new MutableClock())) {
      Table table = tables.table(TABLE);
      for (int batch = 1; batch < 400; batch++) {
        int number = batch;
        table.batchWrite(
            IntStream.range(0, BATCH).mapToObj(i -> BatchWrite.put(item(number, i))).toList());
        System.out.println(batch);
      }
    }
  }

  private static Item item(int batch, int number) {
    return Item.builder()
        .with("pk", "p" + number)
        .with("sk", Integer.toString(batch))
        .with("all", "x")
        .with("batch", batch)
        .build();
  }
}
