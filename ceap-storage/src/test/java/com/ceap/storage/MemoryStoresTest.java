package com.ceap.storage;

import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;
import java.time.InstantSource;

class MemoryStoresTest extends EveryStore {

  @Override
  Tables open(InstantSource clock) {
    return new MemoryTables(clock);
  }
}
