package com.ceap.storage;

import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;

class MemoryMessagesTest extends MessagesContract {

  @Override
  Tables open() {
    return new MemoryTables(clock);
  }
}
