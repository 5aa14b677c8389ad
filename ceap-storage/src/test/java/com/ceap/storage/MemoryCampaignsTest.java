package com.ceap.storage;

import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;

class MemoryCampaignsTest extends CampaignsContract {

  @Override
  Tables open() {
    return new MemoryTables(clock);
  }
}
