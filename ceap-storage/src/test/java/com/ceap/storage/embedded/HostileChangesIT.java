package com.ceap.storage.embedded;

import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.ChangesContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class HostileChangesIT extends ChangesContract {

  @TempDir Path folder;
  private HostileTables tables;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    tables = HostileTables.open(folder, clock, 42);
    return tables;
  }

  @Override
  protected ChangeFeed feed() {
    return tables.changes();
  }
}
