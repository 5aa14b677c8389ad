package com.ceap.storage.embedded;

import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.List;

class MemoryTableTest extends TableContract {

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return new MemoryTables(clock);
  }
}
