package com.ceap.storage.embedded;

import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class HostileTableIT extends TableContract {

  @TempDir Path folder;
  private HostileTables tables;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    tables = HostileTables.open(folder, clock, 42);
    return tables;
  }

  @Override
  protected void settle() {
    tables.settle();
  }
}
