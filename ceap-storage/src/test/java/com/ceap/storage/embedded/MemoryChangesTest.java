package com.ceap.storage.embedded;

import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.ChangesContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.List;

class MemoryChangesTest extends ChangesContract {

  private MemoryTables tables;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    tables = new MemoryTables(clock);
    return tables;
  }

  @Override
  protected ChangeFeed feed() {
    return tables.changes();
  }
}
