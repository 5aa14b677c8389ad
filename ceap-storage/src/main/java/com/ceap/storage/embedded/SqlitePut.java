package com.ceap.storage.embedded;

import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.WriteOutcome;
import java.sql.SQLException;

/** A conditional put that is ready to be made. */
@FunctionalInterface
interface SqlitePut {
  Attempt<WriteOutcome> on(Session session) throws SQLException;
}
