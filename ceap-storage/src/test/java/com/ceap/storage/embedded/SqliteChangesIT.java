package com.ceap.storage.embedded;

import static com.ceap.storage.table.Condition.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.ChangesContract;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteChangesIT extends ChangesContract {

  @TempDir Path folder;
  private SqliteTables tables;

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    return tables;
  }

  @Override
  protected ChangeFeed feed() {
    return tables.changes();
  }

  @Test
  void daysThatAreNoLongerRememberedAreRefusedAndTheirImagesDropped() throws SQLException {
    Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Table table = tables.table(FED);
    table.put(item(1), ALWAYS);
    clock.advance(Duration.ofDays(1));
    table.put(item(2), ALWAYS);
    clock.advance(Duration.ofDays(ChangeFeed.DAYS));
    assertThatThrownBy(() -> dayOf(first))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "changes are kept for 15 days, so from 2026-11-21T00:00:00Z on, not from"
                + " 2026-11-20T00:00:00Z");
    assertThat(dayOf(first.plus(1, ChronoUnit.DAYS))).hasSize(1);
    clock.advance(Duration.ofDays(1));
    assertThat(dayOf(first.plus(5, ChronoUnit.DAYS))).isEmpty();
    assertThat(count("select count(*) from \"fed.history\"")).isZero();
  }

  @Test
  void aFileOfTheLayoutBeforeIsTakenOverWithWhatItHolds() throws SQLException {
    tables.close();
    Path file = folder.resolve("old.db");
    oldLayout(file);
    tables = SqliteTables.open(file, clock);
    Table table = tables.table(FED);
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    assertThat(table.get(Key.of("p", "A#1"))).contains(Item.builder().withAll(key()).build());
    assertThat(dayOf(today)).as("nobody knows when it was written").isEmpty();
    table.update(Key.of("p", "A#1"), Update.of(Update.put("v", Value.of(2))), ALWAYS);
    clock.advance(Duration.ofDays(1));
    table.put(item(3), ALWAYS);
    assertThat(dayOf(today)).containsExactly(item(2));
    assertThat(dayOf(today.plus(1, ChronoUnit.DAYS))).containsExactly(item(3));
    tables.close();
    tables = SqliteTables.open(file, clock);
    assertThat(dayOf(today)).as("opened again").containsExactly(item(2));
  }

  /** As release 0.1 made it. */
  private static void oldLayout(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table \"fed\" (pk text not null, sk text not null, expires integer,"
              + " body blob not null, primary key (pk, sk))");
      statement.execute("insert into \"fed\" values ('p', 'A#1', null, x'01')");
      statement.execute("pragma user_version = 1");
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ceap.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private List<Item> dayOf(Instant start) {
    List<Item> items = new ArrayList<>();
    tables.changes().forEach(FED, start, start.plus(1, ChronoUnit.DAYS), items::add);
    return items;
  }

  private static Item key() {
    return FED.keyItem(Key.of("p", "A#1"));
  }

  private static Item item(long value) {
    return Item.builder().withAll(key()).with("v", value).build();
  }
}
