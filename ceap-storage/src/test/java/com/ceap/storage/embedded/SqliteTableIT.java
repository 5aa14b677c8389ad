package com.ceap.storage.embedded;

import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteTableIT extends TableContract {

  @TempDir Path folder;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return SqliteTables.open(folder.resolve("ceap.db"), clock);
  }
}
