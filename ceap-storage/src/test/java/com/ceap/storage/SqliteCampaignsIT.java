package com.ceap.storage;

import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCampaignsIT extends CampaignsContract {

  @TempDir Path folder;

  @Override
  Tables open() {
    return SqliteTables.open(folder.resolve("ceap.db"), clock);
  }
}
