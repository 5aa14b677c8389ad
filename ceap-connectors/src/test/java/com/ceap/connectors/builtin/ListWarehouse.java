package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.Warehouse;
import java.util.ArrayList;
import java.util.List;

/** Answers every query with the same rows, one chunk; remembers the queries. */
final class ListWarehouse implements Warehouse {
  final List<Query> queries = new ArrayList<>();
  private final List<String> columns;
  private final List<List<Object>> rows;

  ListWarehouse(List<String> columns, List<List<Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public Unloaded unload(Query query) {
    queries.add(query);
    return new Unloaded(List.of(List.of("all")), List.of());
  }

  @Override
  public Rows rows(String location) {
    return new Rows() {
      private int at = -1;

      @Override
      public List<String> columns() {
        return columns;
      }

      @Override
      public boolean next() {
        return ++at < rows.size();
      }

      @Override
      public Object value(int column) {
        return rows.get(at).get(column);
      }

      @Override
      public void close() {}
    };
  }
}
