package com.ceap.storage.embedded;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.SortRange;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Utf8Order;
import java.util.ArrayList;
import java.util.List;

/**
 * A range query as SQL with its parameters. Rows of equal index keys follow their row number, which
 * a rewrite of the item keeps; a page that begins after an item that is gone begins with its equals
 * again, so that nothing is lost.
 */
record RangeSql(String sql, List<Object> parameters) {

  RangeSql {
    parameters = List.copyOf(parameters);
  }

  static RangeSql of(Layout layout, Query query) {
    TableDefinition table = layout.table();
    String partition = "pk";
    String sort = "sk";
    if (query.onIndex()) {
      IndexDefinition index = table.index(query.index());
      partition = Layout.column(index.partition().name());
      sort = Layout.column(index.sort().name());
    }
    String name = Layout.quoted(table.name());
    StringBuilder sql =
        new StringBuilder("select " + layout.columns() + " from " + name)
            .append(" where " + partition + " = ? and " + sort + " is not null");
    List<Object> parameters = new ArrayList<>(List.of(query.partition()));
    range(query.range(), sort, sql, parameters);
    if (query.from() instanceof Position.After(Item keys)) {
      resume(table, query, keys, sort, sql, parameters);
    }
    String way = query.ascending() ? "" : " desc";
    sql.append(" order by " + sort + way);
    sql.append(query.onIndex() ? ", rowid" + way : "").append(" limit ?");
    parameters.add(query.limit());
    return new RangeSql(sql.toString(), parameters);
  }

  private static void range(
      SortRange range, String sort, StringBuilder sql, List<Object> parameters) {
    switch (range) {
      case SortRange.All _ -> {}
      case SortRange.Between(var low, var high) -> {
        sql.append(" and " + sort + " between ? and ?");
        parameters.add(Layout.sqlValue(low));
        parameters.add(Layout.sqlValue(high));
      }
      case SortRange.BeginsWith(String prefix) -> {
        sql.append(" and " + sort + " >= ?");
        parameters.add(prefix);
        String end = Utf8Order.successor(prefix);
        if (!end.isEmpty()) {
          sql.append(" and " + sort + " < ?");
          parameters.add(end);
        }
      }
    }
  }

  private static void resume(
      TableDefinition table,
      Query query,
      Item keys,
      String sort,
      StringBuilder sql,
      List<Object> parameters) {
    String beyond = query.ascending() ? ">" : "<";
    if (!query.onIndex()) {
      sql.append(" and sk " + beyond + " ?");
      parameters.add(keys.text(table.sortKey()));
      return;
    }
    // The extreme row number on the near side stands for a row that is gone.
    sql.append(" and (%s, rowid) %s (?, coalesce(".formatted(sort, beyond))
        .append(
            "(select rowid from " + Layout.quoted(table.name()) + " where pk = ? and sk = ?), ?))");
    Key key = table.key(keys);
    String attribute = table.index(query.index()).sort().name();
    parameters.add(Layout.sqlValue(keys.find(attribute).orElseThrow()));
    parameters.add(key.partition());
    parameters.add(key.sort());
    parameters.add(query.ascending() ? Long.MIN_VALUE : Long.MAX_VALUE);
  }
}
