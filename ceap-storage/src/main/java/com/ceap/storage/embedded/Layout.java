package com.ceap.storage.embedded;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a table lies in SQLite: {@code pk} and {@code sk}, one column for each attribute that an
 * index sorts by, {@code expires}, and the {@code body} with all the rest; {@code changed} in a
 * table with a change feed. Rows are kept in the order of arrival and the keys in indexes beside
 * them, which takes a third less time to write than rows in key order.
 */
final class Layout {

  private final TableDefinition table;
  private final List<String> indexed;
  private final Names names = new Names();

  Layout(TableDefinition table) {
    this.table = table;
    this.indexed =
        table.indexes().stream()
            .flatMap(index -> Stream.of(index.partition().name(), index.sort().name()))
            .distinct()
            .toList();
  }

  TableDefinition table() {
    return table;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String column(String attribute) {
    return quoted("i_" + attribute);
  }

  /** The columns of a row that {@link #item} reads. */
  String columns() {
    return Stream.concat(
            Stream.of("pk", "sk", "expires", "body"), indexed.stream().map(Layout::column))
        .collect(Collectors.joining(", "));
  }

  List<String> create() {
    String name = quoted(table.name());
    List<String> statements = new ArrayList<>();
    // Without a type a column keeps numbers and text as they come, and compares numbers by value.
    String extra = indexed.stream().map(i -> ", " + column(i)).collect(Collectors.joining());
    String changed = table.hasFeed() ? ", " + FeedLayout.CHANGED : "";
    statements.add(
        "create table if not exists "
            + name
            + " (pk text not null, sk text not null, expires integer, body blob not null"
            + extra
            + changed
            + ", primary key (pk, sk))");
    for (IndexDefinition index : table.indexes()) {
      statements.add(
          "create index if not exists %s on %s (%s, %s) where %s is not null"
              .formatted(
                  quoted(table.name() + "." + index.name()),
                  name,
                  column(index.partition().name()),
                  column(index.sort().name()),
                  column(index.partition().name())));
    }
    return statements;
  }

  /** Binds a row's values, then where the table has a change feed its time, then its key. */
  String update() {
    return "update %s set %s where pk = ? and sk = ?"
        .formatted(
            quoted(table.name()),
            written().map(column -> column + " = ?").collect(Collectors.joining(", ")));
  }

  /** Binds as {@link #update}; leaves a row of the key as it is. */
  String insert() {
    return "insert into %s (%s, pk, sk) values (%s) on conflict (pk, sk) do nothing"
        .formatted(
            quoted(table.name()),
            written().collect(Collectors.joining(", ")),
            String.join(", ", Collections.nCopies((int) written().count() + 2, "?")));
  }

  /** Binds as {@link #update}. */
  String upsert() {
    return insert().replace("do nothing", "do update set ")
        + written()
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
  }

  private Stream<String> written() {
    return Stream.of(
            Stream.of("expires", "body"),
            indexed.stream().map(Layout::column),
            table.hasFeed() ? Stream.of("changed") : Stream.<String>empty())
        .flatMap(columns -> columns);
  }

  String delete() {
    return "delete from " + quoted(table.name()) + " where pk = ? and sk = ?";
  }

  String select() {
    return "select " + columns() + " from " + quoted(table.name()) + " where pk = ? and sk = ?";
  }

  /** The rows of a number of keys; the cross join makes SQLite look up each key in turn. */
  String selectMany(int keys) {
    return "with wanted(p, s) as (values %s) select %s from wanted cross join %s on pk = p and sk = s"
        .formatted(
            String.join(", ", Collections.nCopies(keys, "(?, ?)")),
            columns(),
            quoted(table.name()));
  }

  /** An item as a row; what has a column of its own is not repeated in the body. */
  Row row(Item item, ByteSink sink) {
    boolean[] inBody = new boolean[item.size()];
    Object[] values = new Object[indexed.size()];
    Long expires = null;
    for (int i = 0; i < inBody.length; i++) {
      String name = item.name(i);
      int column = indexed.indexOf(name);
      Value value = item.value(i);
      if (column >= 0) {
        values[column] = sqlValue(value);
        inBody[i] = value instanceof Num.Exact;
      } else if (name.equals(table.ttlAttribute()) && value instanceof Num.Whole(long second)) {
        expires = second;
      } else {
        inBody[i] = !name.equals(table.partitionKey()) && !name.equals(table.sortKey());
      }
    }
    return new Row(table.key(item), values, expires, ItemCodec.encode(item, inBody, sink));
  }

  /** The item of a row of {@link #columns()}. */
  Item item(ResultSet row) throws SQLException {
    Item.Builder item = Item.builder().with(table.partitionKey(), row.getString(1));
    if (table.hasSortKey()) {
      item.with(table.sortKey(), row.getString(2));
    }
    long expires = row.getLong(3);
    if (!row.wasNull()) {
      item.with(table.ttlAttribute(), expires);
    }
    ItemCodec.decode(row.getBytes(4), names, item);
    for (int i = 0; i < indexed.size(); i++) {
      Object value = row.getObject(i + 5);
      // A number that no double holds is in the body, and there it is exact.
      if (value != null && (value instanceof String || !item.has(indexed.get(i)))) {
        item.with(indexed.get(i), value(value));
      }
    }
    return item.build();
  }

  /** An index key as SQLite sorts it: beyond a double's digits equal numbers tie. */
  static Object sqlValue(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Num.Whole(long number) -> number;
      case Num number -> number.toDouble();
      case Value.Flag _, Value.Bytes _, Value.ListOf _, Value.MapOf _ ->
          throw new IllegalArgumentException("a key is text or a number, was " + value);
    };
  }

  private static Value value(Object column) {
    return switch (column) {
      case String text -> Value.of(text);
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number);
      case Double number -> Value.of(number);
      default -> throw new IllegalStateException("unexpected column " + column.getClass());
    };
  }
}
