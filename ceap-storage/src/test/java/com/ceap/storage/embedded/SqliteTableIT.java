package com.ceap.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTableIT extends TableContract {

  @TempDir Path folder;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return SqliteTables.open(folder.resolve("ceap.db"), clock);
  }

  @Test
  void anyNumberOfKeysIsReadWhetherItFillsItsStatementsOrNot() {
    try (Tables tables = open(List.of(PEOPLE))) {
      Table people = tables.table(PEOPLE);
      people.batchWrite(
          IntStream.range(0, 600)
              .mapToObj(i -> BatchWrite.put(PEOPLE.keyItem(Key.of("p" + i, "s"))))
              .toList());
      for (int number : List.of(0, 1, 2, 7, 8, 9, 16, 17, 33, 255, 256, 257, 511, 512, 513, 600)) {
        List<Key> keys = IntStream.range(0, number).mapToObj(i -> Key.of("p" + i, "s")).toList();
        assertThat(people.batchGet(keys).keySet()).as("%d keys", number).containsAll(keys);
        assertThat(people.batchGet(keys)).hasSize(number);
      }
    }
  }
}
