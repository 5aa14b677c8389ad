package com.ceap.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.RejectedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a folder is said, and nothing vanishes. */
class DuckDbRejectsIT {
  @TempDir private Path root;
  private WarehouseFolder tables;

  @BeforeEach
  void makeFolder() throws IOException {
    tables = WarehouseFolder.in(root);
  }

  @Test
  void linesOfACsvFileThatDoNotFitAreReportedWithTheirLine() throws IOException {
    tables.write(
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
    try (DuckDbWarehouse warehouse = tables.open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              WarehouseFolder.query(
                  "SELECT customer_id, product_id, view_count, price FROM views"));
      assertThat(WarehouseFolder.read(warehouse, unloaded))
          .extracting(List::getFirst)
          .containsExactly("C1", "C6");
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
    tables.write(
        "views.jsonl",
        """
        {"customer_id":"C1","view_count":3}
        {"customer_id":"C2","view_count":"many"}
        {broken
        [1]

        {"customer_id":7,"view_count":"4"}
        """);
    try (DuckDbWarehouse warehouse = tables.open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(
              WarehouseFolder.query(
                  "SELECT customer_id, view_count FROM views WHERE view_count >= 3"));
      assertThat(WarehouseFolder.read(warehouse, unloaded))
          .containsExactlyInAnyOrder(WarehouseFolder.row("C1", 3L), WarehouseFolder.row("7", 4L));
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
  void aWrongFirstLineIsRejectedAndDoesNotHideTheHeader() throws IOException {
    tables.write("t.csv", "customer_id,n\nC1\nC2,2\nC3,3\n");
    try (DuckDbWarehouse warehouse = tables.open()) {
      Warehouse.Unloaded unloaded =
          warehouse.unload(WarehouseFolder.query("SELECT customer_id, n FROM t"));
      assertThat(WarehouseFolder.read(warehouse, unloaded))
          .containsExactlyInAnyOrder(WarehouseFolder.row("C2", 2L), WarehouseFolder.row("C3", 3L));
      assertThat(unloaded.rejected())
          .extracting(RejectedRecord::position)
          .containsExactly("t.csv:2");
    }
  }

  @Test
  void rowsWithoutCustomerDoNotVanish() throws IOException {
    tables.write("t.csv", "customer_id,n\n,1\nC1,2\n,3\n");
    assertThat(tables.select("SELECT customer_id, n FROM t ORDER BY n"))
        .containsExactlyInAnyOrder(
            WarehouseFolder.row(null, 1L),
            WarehouseFolder.row("C1", 2L),
            WarehouseFolder.row(null, 3L));
  }

  @Test
  void aConversionErrorDoesNotQuoteTheRow() throws IOException {
    tables.write("t.csv", "customer_id,contact\nC1,jane@example.com\n");
    assertThatThrownBy(
            () ->
                tables.select(
                    "SELECT customer_id, CAST(contact || customer_id AS BIGINT) AS n FROM t"))
        .hasMessageContaining("the query cannot be run: Conversion Error")
        .hasMessageNotContaining("jane")
        .hasNoCause();
  }

  @Test
  void anAnswerWithoutTheCustomerSaysWhatItHas() throws IOException {
    tables.write("t.csv", "buyer,n\nC1,1\n");
    assertThatThrownBy(() -> tables.select("SELECT buyer, n FROM t"))
        .hasMessage(
            "the query's answer has no column customer_id for the customer; it has buyer, n."
                + " Select it, or name its column under config.fields.customer_id");
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
    tables.write("orders.csv", "customer_id\nC1\n");
    tables.write("views.csv", "customer_id\nC1\n");
    assertThatThrownBy(() -> tables.select("SELECT * FROM clicks"))
        .hasMessageContaining("Table with name clicks does not exist")
        .hasMessageContaining("the warehouse folder holds orders, views");
  }

  @Test
  void twoFilesForOneTableAreAnErrorThatNamesBoth() throws IOException {
    tables.write("views.csv", "customer_id\nC1\n");
    tables.write("Views.jsonl", "{}\n");
    assertThatThrownBy(() -> tables.select("SELECT * FROM views"))
        .hasMessage(
            "table 'views' is claimed by Views.jsonl and views.csv;"
                + " a table needs one file, or one folder of its own");
  }
}
