package com.ceap.storage;

import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;

class MemoryOutcomesTest extends OutcomesContract {

  @Override
  Tables open() {
    return new MemoryTables(clock);
  }
}
