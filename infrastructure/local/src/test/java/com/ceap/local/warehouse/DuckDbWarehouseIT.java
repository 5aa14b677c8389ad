package com.ceap.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.RejectedRecord;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbWarehouseIT {
  private static final String ROWS =
      """
      customer_id,product_id,view_count,price,date
      C1,P1,3,9.5,2026-11-20
      C2,P2,5,1.25,2026-11-20
      C1,P3,4,,2026-11-19
      """;

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("tables"));
  }

  @Test
  void readsCsvPlainAndZippedAlike() throws IOException {
    write("plain.csv", ROWS);
    writeZipped("zipped.csv.gz", ROWS);
    for (String table : List.of("plain", "zipped")) {
      assertThat(
              select("SELECT customer_id, view_count, price, date FROM " + table + " ORDER BY 2"))
          .containsExactly(
              row("C1", 3L, 9.5, LocalDate.parse("2026-11-20")),
              row("C1", 4L, null, LocalDate.parse("2026-11-19")),
              row("C2", 5L, 1.25, LocalDate.parse("2026-11-20")));
    }
  }

  @Test
  void readsParquet() throws IOException {
    write("source.csv", ROWS);
    DuckDbFiles.copy(
        "SELECT * FROM '" + folder.resolve("source.csv") + "'", folder.resolve("copy.parquet"));
    assertThat(select("SELECT customer_id, view_count FROM copy WHERE price > 2"))
        .containsExactly(row("C1", 3L));
  }

  @Test
  void readsJsonLinesPlainAndZippedWithNestedValues() throws IOException {
    String lines =
        """
        {"customer_id":"C1","view_count":3,"tags":["a","b"],"size":{"w":1,"h":2.5}}
        {"customer_id":"C2","view_count":4}
        """;
    write("plain.jsonl", lines);
    writeZipped("zipped.ndjson.gz", lines);
    for (String table : List.of("plain", "zipped")) {
      assertThat(select("SELECT customer_id, view_count, tags, size FROM " + table + " ORDER BY 2"))
          .containsExactly(
              row("C1", 3L, List.of("a", "b"), Map.of("w", 1L, "h", 2.5)),
              row("C2", 4L, null, null));
    }
  }

  @Test
  void aFolderOfFilesIsOneTable() throws IOException {
    Files.createDirectory(folder.resolve("views"));
    write("views/part-1.csv", "customer_id,n\nC1,1\n");
    write("views/part-2.csv", "customer_id,n\nC2,2\n");
    assertThat(select("SELECT customer_id, n FROM views ORDER BY n"))
        .containsExactly(row("C1", 1L), row("C2", 2L));
  }

  @Test
  void aTableIsFoundInAnyCaseAndInAnyDatabase() throws IOException {
    write("Views.csv", "customer_id,n\nC1,1\n");
    assertThat(select("SELECT customer_id, n FROM VIEWS")).hasSize(1);
    assertThat(select("SELECT customer_id, n FROM shop.views")).hasSize(1);
    assertThat(select("SELECT v.customer_id, v.n FROM \"Shop\".\"views\" v")).hasSize(1);
  }

  @Test
  void filesThatAreNoTablesAreLeftAlone() throws IOException {
    write("README.md", "# no table");
    write(".hidden.csv", "x\n1\n");
    write("t.csv", "customer_id\nC1\n");
    try (DuckDbWarehouse warehouse = open()) {
      assertThat(warehouse.tables()).containsExactly("t");
    }
  }

  @Test
  void twoFilesForOneTableAreAnErrorThatNamesBoth() throws IOException {
    write("views.csv", "customer_id\nC1\n");
    write("Views.jsonl", "{}\n");
    assertThatThrownBy(() -> select("SELECT * FROM views"))
        .hasMessage(
            "table 'views' is claimed by Views.jsonl and views.csv;"
                + " a table needs one file, or one folder of its own");
  }

  @Test
  void aParameterComparesWithDatesTextsAndTimesAlike() throws IOException {
    write(
        "t.csv",
        "customer_id,date,day_text,event_time\nC1,2026-11-20,x2026-11-20,2026-11-20 08:00:00\n");
    String sql =
        "SELECT customer_id FROM (SELECT customer_id, date, substr(day_text, 2) AS text, event_time"
            + " FROM t) WHERE date = ? AND text = ? AND event_time >= ? AND date = CAST(? AS DATE)";
    assertThat(select(sql, "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"))
        .containsExactly(row("C1"));
    assertThat(select(sql, "2026-11-21", "2026-11-20", "2026-11-20", "2026-11-20")).isEmpty();
  }

  @Test
  void aParameterIsBoundAndNeverSpliced() throws IOException {
    write("t.csv", "customer_id,name\nC1,x\n");
    assertThat(select("SELECT customer_id FROM t WHERE name = ?", "' OR '1' = '1")).isEmpty();
  }

  @Test
  void customersWithLeadingZerosKeepThem() throws IOException {
    write("t.csv", "customer_id,product_id\n007,0001\n");
    assertThat(select("SELECT customer_id, product_id FROM t")).containsExactly(row("007", "0001"));
  }

  @Test
  void timesWithAZoneAreTheSameInstant() throws IOException {
    write("t.csv", "customer_id,timestamp\nC1,2026-11-20 10:00:00\nC2,2026-11-20T12:00:00+02:00\n");
    Instant ten = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(select("SELECT customer_id, timestamp FROM t ORDER BY 1"))
        .containsExactly(row("C1", ten), row("C2", ten));
  }

  @Test
  void linesOfACsvFileThatDoNotFitAreReportedWithTheirLine() throws IOException {
    write(
        "views.csv",
        """
        customer_id,product_id,view_count,price
        C1,P1,3,1.5
        C2,P1,many,1.5
        C3,P1,4,cheap
        C4,P1
        C5,P1,5,2.5,extra
        C6,P1,6,3.5
        """);
    try (DuckDbWarehouse warehouse = open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(query("SELECT customer_id, product_id, view_count, price FROM views"));
      assertThat(read(warehouse, unloaded)).extracting(List::getFirst).containsExactly("C1", "C6");
      assertThat(unloaded.rejected())
          .containsExactly(
              new RejectedRecord(
                  "WRONG_TYPE", "view_count should be a whole number of 0 or more", "views.csv:3"),
              new RejectedRecord(
                  "WRONG_TYPE", "price should be a number of 0 or more", "views.csv:4"),
              new RejectedRecord(
                  "WRONG_COLUMN_COUNT",
                  "the line should have as many values as the header has names",
                  "views.csv:5"),
              new RejectedRecord(
                  "WRONG_COLUMN_COUNT",
                  "the line should have as many values as the header has names",
                  "views.csv:6"));
    }
  }

  @Test
  void linesOfAJsonFileThatDoNotFitAreReportedWithTheirLine() throws IOException {
    write(
        "views.jsonl",
        """
        {"customer_id":"C1","view_count":3}
        {"customer_id":"C2","view_count":"many"}
        {broken
        [1]

        {"customer_id":7,"view_count":"4"}
        """);
    try (DuckDbWarehouse warehouse = open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              query("SELECT customer_id, view_count FROM views WHERE view_count >= 3"));
      assertThat(read(warehouse, unloaded)).containsExactlyInAnyOrder(row("C1", 3L), row("7", 4L));
      String object = "the line should be one JSON object with the keys of the others";
      assertThat(unloaded.rejected())
          .containsExactly(
              new RejectedRecord(
                  "WRONG_TYPE",
                  "view_count should be a whole number of 0 or more",
                  "views.jsonl:2"),
              new RejectedRecord("UNREADABLE_LINE", object, "views.jsonl:3"),
              new RejectedRecord("UNREADABLE_LINE", object, "views.jsonl:4"));
    }
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheData() throws IOException {
    write("t.csv", "\uFEFFcustomer_id;note\r\nC1;\"a;b\"\r\nC2;c\r\n");
    assertThat(select("SELECT customer_id, note FROM t ORDER BY 1"))
        .containsExactly(row("C1", "a;b"), row("C2", "c"));
  }

  @Test
  void aFileWithAHeaderOnlyHasNoRows() throws IOException {
    write("t.csv", "customer_id,product_id,view_count\n");
    assertThat(select("SELECT customer_id, view_count FROM t WHERE view_count > 1")).isEmpty();
  }

  @Test
  void aWrongFirstLineIsRejectedAndDoesNotHideTheHeader() throws IOException {
    write("t.csv", "customer_id,n\nC1\nC2,2\nC3,3\n");
    try (DuckDbWarehouse warehouse = open()) {
      Warehouse.Unloaded unloaded = warehouse.unload(query("SELECT customer_id, n FROM t"));
      assertThat(read(warehouse, unloaded)).containsExactlyInAnyOrder(row("C2", 2L), row("C3", 3L));
      assertThat(unloaded.rejected())
          .extracting(RejectedRecord::position)
          .containsExactly("t.csv:2");
    }
  }

  @Test
  void filesOfOneTableMayOrderTheirColumnsDifferently() throws IOException {
    Files.createDirectory(folder.resolve("views"));
    write("views/part-1.csv", "customer_id,city\nC1,Rome\n");
    write("views/part-2.csv", "city,customer_id\nOslo,C2\n");
    assertThat(select("SELECT customer_id, city FROM views ORDER BY 1"))
        .containsExactly(row("C1", "Rome"), row("C2", "Oslo"));
  }

  @Test
  void rowsWithoutCustomerDoNotVanish() throws IOException {
    write("t.csv", "customer_id,n\n,1\nC1,2\n,3\n");
    assertThat(select("SELECT customer_id, n FROM t ORDER BY n"))
        .containsExactlyInAnyOrder(row(null, 1L), row("C1", 2L), row(null, 3L));
  }

  @Test
  void allRowsOfACustomerLieInOneChunkAndEveryRowInOne() throws IOException {
    write("t.csv", "customer_id\nC1\n");
    try (DuckDbWarehouse warehouse = open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              query(
                  "SELECT 'C' || (i % 20000) AS customer_id, i FROM range(300000) r(i), t"
                      + " UNION ALL SELECT NULL, -1"));
      assertThat(unloaded.locations()).hasSizeBetween(3, 6);
      Map<Object, Integer> chunkOf = new HashMap<>();
      long rows = 0;
      for (int chunk = 0; chunk < unloaded.locations().size(); chunk++) {
        for (List<Object> row : read(warehouse, unloaded.locations().get(chunk))) {
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
    write("t.csv", "customer_id\nC1\n");
    Warehouse.Query query = query("SELECT 'C' || i AS customer_id FROM range(200000) r(i), t");
    try (DuckDbWarehouse one = open();
        DuckDbWarehouse other = open()) {
      List<List<String>> locations = one.unload(query).locations();
      assertThat(other.unload(query).locations()).isEqualTo(locations);
      assertThat(read(one, locations.getLast()))
          .containsExactlyInAnyOrderElementsOf(read(other, locations.getLast()));
    }
  }

  @Test
  void anEmptyAnswerHasNoChunks() throws IOException {
    write("t.csv", ROWS);
    try (DuckDbWarehouse warehouse = open()) {
      assertThat(warehouse.unload(query("SELECT * FROM t WHERE view_count > 99")).locations())
          .isEmpty();
    }
  }

  @Test
  void functionsOfAthenaWork() throws IOException {
    write("t.csv", "customer_id,d\nC1,2026-11-20 10:15:00\n");
    assertThat(
            select(
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
            row(
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

  @Test
  void aMissingFolderIsNamed() {
    Path missing = root.resolve("nowhere");
    assertThatThrownBy(() -> DuckDbWarehouse.open(missing, root, DuckDbLimits.DEFAULT))
        .hasMessage(
            "the warehouse folder %s does not exist; name a folder of CSV, JSONL or Parquet files"
                .formatted(missing));
  }

  @Test
  void aMissingTableNamesThoseThatExist() throws IOException {
    write("orders.csv", "customer_id\nC1\n");
    write("views.csv", "customer_id\nC1\n");
    assertThatThrownBy(() -> select("SELECT * FROM clicks"))
        .hasMessageContaining("Table with name clicks does not exist")
        .hasMessageContaining("the warehouse folder holds orders, views");
  }

  @Test
  void anAnswerWithoutTheCustomerSaysWhatItHas() throws IOException {
    write("t.csv", "buyer,n\nC1,1\n");
    assertThatThrownBy(() -> select("SELECT buyer, n FROM t"))
        .hasMessage(
            "the query's answer has no column customer_id for the customer; it has buyer, n."
                + " Select it, or name its column under config.fields.customer_id");
  }

  @Test
  void aConversionErrorDoesNotQuoteTheRow() throws IOException {
    write("t.csv", "customer_id,contact\nC1,jane@example.com\n");
    assertThatThrownBy(
            () -> select("SELECT customer_id, CAST(contact || customer_id AS BIGINT) AS n FROM t"))
        .hasMessageContaining("the query cannot be run: Conversion Error")
        .hasMessageNotContaining("jane")
        .hasNoCause();
  }

  @Test
  void sqlReachesNothingOutsideOfTheFolder() throws IOException {
    write("t.csv", "customer_id\nC1\n");
    Path secret = Files.writeString(root.resolve("secret.csv"), "customer_id\nC9\n");
    for (String source :
        List.of(
            "read_csv('/etc/passwd')",
            "read_text('/etc/passwd')",
            "read_csv('" + secret + "')",
            "read_csv('" + folder + "/../secret.csv')",
            "glob('/etc/*')",
            "read_csv('https://example.com/x.csv')",
            "'/etc/passwd'")) {
      assertThatThrownBy(() -> select("SELECT * FROM " + source))
          .as(source)
          .isInstanceOfSatisfying(
              CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_INVALID));
    }
    for (String statement :
        List.of("SET memory_limit = '9GB'", "INSTALL httpfs", "SELECT 1; DROP TABLE t")) {
      assertThatThrownBy(() -> select(statement))
          .as(statement)
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void closingRemovesWhatWasSpilled() throws IOException {
    write("t.csv", ROWS);
    Path spill = Files.createDirectory(root.resolve("spill"));
    try (DuckDbWarehouse warehouse = DuckDbWarehouse.open(folder, spill, new DuckDbLimits(60, 2))) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              query(
                  "SELECT uuid()::varchar || i AS customer_id, i FROM range(1000000) r(i), (SELECT 1 FROM t LIMIT 1)"));
      assertThat(read(warehouse, unloaded)).hasSize(1_000_000);
      assertThat(spill).isNotEmptyDirectory();
    }
    assertThat(spill).isEmptyDirectory();
  }

  private DuckDbWarehouse open() {
    return DuckDbWarehouse.open(folder, root, DuckDbLimits.DEFAULT);
  }

  private static Warehouse.Query query(String sql, String... parameters) {
    return new Warehouse.Query(
        Optional.of("ecommerce"), sql, List.of(parameters), "customer_id", "runs/p/e/");
  }

  private List<List<Object>> select(String sql, String... parameters) {
    try (DuckDbWarehouse warehouse = open()) {
      return read(warehouse, warehouse.unload(query(sql, parameters)));
    }
  }

  private static List<List<Object>> read(Warehouse warehouse, Warehouse.Unloaded unloaded) {
    List<List<Object>> rows = new ArrayList<>();
    unloaded.locations().forEach(chunk -> rows.addAll(read(warehouse, chunk)));
    return rows;
  }

  private static List<List<Object>> read(Warehouse warehouse, List<String> locations) {
    List<List<Object>> all = new ArrayList<>();
    for (String location : locations) {
      try (Warehouse.Rows rows = warehouse.rows(location)) {
        while (rows.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 0; i < rows.columns().size(); i++) {
            row.add(rows.value(i));
          }
          all.add(row);
        }
      }
    }
    return all;
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeZipped(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
