package com.ceap.storage;

import com.ceap.storage.embedded.HostileTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HostileCampaignsIT extends CampaignsContract {

  @TempDir Path folder;

  @Override
  Tables open() {
    return HostileTables.open(folder, clock, 7);
  }
}
