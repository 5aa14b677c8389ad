package com.ceap.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an answer is laid out, and what a query cannot reach. */
class DuckDbLayoutIT {
  private static final String ROWS =
      """
      customer_id,product_id,view_count,price,date
      C1,P1,3,9.5,2026-11-20
      C2,P2,5,1.25,2026-11-20
      C1,P3,4,,2026-11-19
      """;

  @TempDir private Path root;
  private WarehouseFolder tables;

  @BeforeEach
  void makeFolder() throws IOException {
    tables = WarehouseFolder.in(root);
  }

  @Test
  void allRowsOfACustomerLieInOneChunkAndEveryRowInOne() throws IOException {
    tables.write("t.csv", "customer_id\nC1\n");
    try (DuckDbWarehouse warehouse = tables.open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              WarehouseFolder.query(
                  "SELECT 'C' || (i % 20000) AS customer_id, i FROM range(300000) r(i), t"
                      + " UNION ALL SELECT NULL, -1"));
      assertThat(unloaded.locations()).hasSizeBetween(10, 16);
      Map<Object, Integer> chunkOf = new HashMap<>();
      long rows = 0;
      for (int chunk = 0; chunk < unloaded.locations().size(); chunk++) {
        for (List<Object> row : WarehouseFolder.read(warehouse, unloaded.locations().get(chunk))) {
          rows++;
          Integer other = chunkOf.put(row.getFirst(), chunk);
          assertThat(other == null || other == chunk).as("one chunk of %s", row).isTrue();
        }
      }
      assertThat(rows).isEqualTo(300_001);
    }
  }

  @Test
  void theSameQueryIsLaidOutTheSameWay() throws IOException {
    tables.write("t.csv", "customer_id\nC1\n");
    Warehouse.Query query =
        WarehouseFolder.query("SELECT 'C' || i AS customer_id FROM range(200000) r(i), t");
    try (DuckDbWarehouse one = tables.open();
        DuckDbWarehouse other = tables.open()) {
      List<List<String>> locations = one.unload(query).locations();
      assertThat(other.unload(query).locations()).isEqualTo(locations);
      assertThat(WarehouseFolder.read(one, locations.getLast()))
          .containsExactlyInAnyOrderElementsOf(WarehouseFolder.read(other, locations.getLast()));
    }
  }

  @Test
  void anEmptyAnswerHasNoChunks() throws IOException {
    tables.write("t.csv", ROWS);
    try (DuckDbWarehouse warehouse = tables.open()) {
      assertThat(
              warehouse
                  .unload(WarehouseFolder.query("SELECT * FROM t WHERE view_count > 99"))
                  .locations())
          .isEmpty();
    }
  }

  @Test
  void sqlReachesNothingOutsideOfTheFolder() throws IOException {
    tables.write("t.csv", "customer_id\nC1\n");
    Path secret = Files.writeString(root.resolve("secret.csv"), "customer_id\nC9\n");
    for (String source :
        List.of(
            "read_csv('/etc/passwd')",
            "read_text('/etc/passwd')",
            "read_csv('" + secret + "')",
            "read_csv('" + tables.folder() + "/../secret.csv')",
            "glob('/etc/*')",
            "read_csv('https://example.com/x.csv')",
            "'/etc/passwd'")) {
      assertThatThrownBy(() -> tables.select("SELECT * FROM " + source))
          .as(source)
          .isInstanceOfSatisfying(
              CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_INVALID));
    }
    for (String statement :
        List.of("SET memory_limit = '9GB'", "INSTALL httpfs", "SELECT 1; DROP TABLE t")) {
      assertThatThrownBy(() -> tables.select(statement))
          .as(statement)
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void closingRemovesWhatWasSpilled() throws IOException {
    tables.write("t.csv", ROWS);
    Path spill = Files.createDirectory(root.resolve("spill"));
    try (DuckDbWarehouse warehouse =
        DuckDbWarehouse.open(tables.folder(), spill, new DuckDbLimits(60, 2))) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              WarehouseFolder.query(
                  "SELECT uuid()::varchar || i AS customer_id, i FROM range(1000000) r(i), (SELECT 1 FROM t LIMIT 1)"));
      assertThat(WarehouseFolder.read(warehouse, unloaded)).hasSize(1_000_000);
      assertThat(spill).isNotEmptyDirectory();
    }
    assertThat(spill).isEmptyDirectory();
  }
}
