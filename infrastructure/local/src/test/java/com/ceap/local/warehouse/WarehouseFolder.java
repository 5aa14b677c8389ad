package com.ceap.local.warehouse;

import com.ceap.connectors.spi.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A folder of tables that a test writes and asks. */
record WarehouseFolder(Path root, Path folder) {
  static WarehouseFolder in(Path root) throws IOException {
    return new WarehouseFolder(root, Files.createDirectory(root.resolve("tables")));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  void writeZipped(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  DuckDbWarehouse open() {
    return DuckDbWarehouse.open(folder, root, DuckDbLimits.DEFAULT);
  }

  /** All rows of a query's answer, chunk after chunk. */
  List<List<Object>> select(String sql, String... parameters) {
    try (DuckDbWarehouse warehouse = open()) {
      return read(warehouse, warehouse.unload(query(sql, parameters)));
    }
  }

  static Warehouse.Query query(String sql, String... parameters) {
    return new Warehouse.Query(
        Optional.of("ecommerce"), sql, List.of(parameters), "customer_id", "runs/p/e/");
  }

  static List<List<Object>> read(Warehouse warehouse, Warehouse.Unloaded unloaded) {
    List<List<Object>> rows = new ArrayList<>();
    unloaded.locations().forEach(chunk -> rows.addAll(read(warehouse, chunk)));
    return rows;
  }

  static List<List<Object>> read(Warehouse warehouse, List<String> locations) {
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

  /** A row to compare with; values may be null. */
  static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }
}
