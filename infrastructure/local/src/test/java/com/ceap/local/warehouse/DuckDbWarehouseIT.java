package com.ceap.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are tables, and what their values become. */
class DuckDbWarehouseIT {
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
  void readsCsvPlainAndZippedAlike() throws IOException {
    tables.write("plain.csv", ROWS);
    tables.writeZipped("zipped.csv.gz", ROWS);
    for (String table : List.of("plain", "zipped")) {
      assertThat(
              tables.select(
                  "SELECT customer_id, view_count, price, date FROM " + table + " ORDER BY 2"))
          .containsExactly(
              WarehouseFolder.row("C1", 3L, 9.5, LocalDate.parse("2026-11-20")),
              WarehouseFolder.row("C1", 4L, null, LocalDate.parse("2026-11-19")),
              WarehouseFolder.row("C2", 5L, 1.25, LocalDate.parse("2026-11-20")));
    }
  }

  @Test
  void readsParquet() throws IOException {
    tables.write("source.csv", ROWS);
    DuckDbFiles.copy(
        "SELECT * FROM '" + tables.folder().resolve("source.csv") + "'",
        tables.folder().resolve("copy.parquet"));
    assertThat(tables.select("SELECT customer_id, view_count FROM copy WHERE price > 2"))
        .containsExactly(WarehouseFolder.row("C1", 3L));
  }

  @Test
  void readsJsonLinesPlainAndZippedWithNestedValues() throws IOException {
    String lines =
        """
        {"customer_id":"C1","view_count":3,"tags":["a","b"],"size":{"w":1,"h":2.5}}
        {"customer_id":"C2","view_count":4}
        """;
    tables.write("plain.jsonl", lines);
    tables.writeZipped("zipped.ndjson.gz", lines);
    for (String table : List.of("plain", "zipped")) {
      assertThat(
              tables.select(
                  "SELECT customer_id, view_count, tags, size FROM " + table + " ORDER BY 2"))
          .containsExactly(
              WarehouseFolder.row("C1", 3L, List.of("a", "b"), Map.of("w", 1L, "h", 2.5)),
              WarehouseFolder.row("C2", 4L, null, null));
    }
  }

  @Test
  void aFolderOfFilesIsOneTable() throws IOException {
    Files.createDirectory(tables.folder().resolve("views"));
    tables.write("views/part-1.csv", "customer_id,n\nC1,1\n");
    tables.write("views/part-2.csv", "customer_id,n\nC2,2\n");
    assertThat(tables.select("SELECT customer_id, n FROM views ORDER BY n"))
        .containsExactly(WarehouseFolder.row("C1", 1L), WarehouseFolder.row("C2", 2L));
  }

  @Test
  void aTableIsFoundInAnyCaseAndInAnyDatabase() throws IOException {
    tables.write("Views.csv", "customer_id,n\nC1,1\n");
    assertThat(tables.select("SELECT customer_id, n FROM VIEWS")).hasSize(1);
    assertThat(tables.select("SELECT customer_id, n FROM shop.views")).hasSize(1);
    assertThat(tables.select("SELECT v.customer_id, v.n FROM \"Shop\".\"views\" v")).hasSize(1);
  }

  @Test
  void filesThatAreNoTablesAreLeftAlone() throws IOException {
    tables.write("README.md", "# no table");
    tables.write(".hidden.csv", "x\n1\n");
    tables.write("t.csv", "customer_id\nC1\n");
    try (DuckDbWarehouse warehouse = tables.open()) {
      assertThat(warehouse.tables()).containsExactly("t");
    }
  }

  @Test
  void aParameterComparesWithDatesTextsAndTimesAlike() throws IOException {
    tables.write(
        "t.csv",
        "customer_id,date,day_text,event_time\nC1,2026-11-20,x2026-11-20,2026-11-20 08:00:00\n");
    String sql =
        "SELECT customer_id FROM (SELECT customer_id, date, substr(day_text, 2) AS text, event_time"
            + " FROM t) WHERE date = ? AND text = ? AND event_time >= ? AND date = CAST(? AS DATE)";
    assertThat(tables.select(sql, "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"))
        .containsExactly(WarehouseFolder.row("C1"));
    assertThat(tables.select(sql, "2026-11-21", "2026-11-20", "2026-11-20", "2026-11-20"))
        .isEmpty();
  }

  @Test
  void aParameterIsBoundAndNeverSpliced() throws IOException {
    tables.write("t.csv", "customer_id,name\nC1,x\n");
    assertThat(tables.select("SELECT customer_id FROM t WHERE name = ?", "' OR '1' = '1"))
        .isEmpty();
  }

  @Test
  void customersWithLeadingZerosKeepThem() throws IOException {
    tables.write("t.csv", "customer_id,product_id\n007,0001\n");
    assertThat(tables.select("SELECT customer_id, product_id FROM t"))
        .containsExactly(WarehouseFolder.row("007", "0001"));
  }

  @Test
  void timesWithAZoneAreTheSameInstant() throws IOException {
    tables.write(
        "t.csv", "customer_id,timestamp\nC1,2026-11-20 10:00:00\nC2,2026-11-20T12:00:00+02:00\n");
    Instant ten = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(tables.select("SELECT customer_id, timestamp FROM t ORDER BY 1"))
        .containsExactly(WarehouseFolder.row("C1", ten), WarehouseFolder.row("C2", ten));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheData() throws IOException {
    tables.write("t.csv", "\uFEFFcustomer_id;note\r\nC1;\"a;b\"\r\nC2;c\r\n");
    assertThat(tables.select("SELECT customer_id, note FROM t ORDER BY 1"))
        .containsExactly(WarehouseFolder.row("C1", "a;b"), WarehouseFolder.row("C2", "c"));
  }

  @Test
  void aFileWithAHeaderOnlyHasNoRows() throws IOException {
    tables.write("t.csv", "customer_id,product_id,view_count\n");
    assertThat(tables.select("SELECT customer_id, view_count FROM t WHERE view_count > 1"))
        .isEmpty();
  }

  @Test
  void filesOfOneTableMayOrderTheirColumnsDifferently() throws IOException {
    Files.createDirectory(tables.folder().resolve("views"));
    tables.write("views/part-1.csv", "customer_id,city\nC1,Rome\n");
    tables.write("views/part-2.csv", "city,customer_id\nOslo,C2\n");
    assertThat(tables.select("SELECT customer_id, city FROM views ORDER BY 1"))
        .containsExactly(WarehouseFolder.row("C1", "Rome"), WarehouseFolder.row("C2", "Oslo"));
  }

  @Test
  void functionsOfAthenaWork() throws IOException {
    tables.write("t.csv", "customer_id,d\nC1,2026-11-20 10:15:00\n");
    assertThat(
            tables.select(
                """
                SELECT customer_id,
                  date_parse('20.11.2026', '%d.%m.%Y'),
                  date_format(date_parse('2026-11-20 10:15:30', '%Y-%m-%d %H:%i:%s'), '%Y%m%d'),
                  from_unixtime(0),
                  approx_distinct(customer_id),
                  json_extract_scalar('{"a":{"b":"x"}}', '$.a.b'),
                  json_extract_scalar('{"a":{"b":"x"}}', '$.a'),
                  regexp_like('abc', '^a'),
                  CAST(date_add('day', -1, DATE '2026-11-20') AS DATE),
                  sum(CAST(1 AS BIGINT)), CAST(1.5 AS DECIMAL(10, 2))
                FROM t GROUP BY customer_id"""))
        .containsExactly(
            WarehouseFolder.row(
                "C1",
                Instant.parse("2026-11-20T00:00:00Z"),
                "20261120",
                Instant.EPOCH,
                1L,
                "x",
                null,
                true,
                LocalDate.parse("2026-11-19"),
                1L,
                1.5));
  }
}
