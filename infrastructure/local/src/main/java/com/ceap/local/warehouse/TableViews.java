package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.SqlText;
import com.ceap.model.RejectedRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The views through which one query sees the files that it speaks of. */
final class TableViews {
  private final Connection connection;
  private final Path folder;
  private final List<JsonLinesTable> jsonTables = new ArrayList<>();

  TableViews(Connection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  void create(Map<String, TableFiles> tables, SqlText sql, Optional<String> database)
      throws SQLException {
    for (TableFiles table : tables.values()) {
      if (sql.mentions(table.name())) {
        Set<String> schemas = new LinkedHashSet<>();
        schemas.add("main");
        database.map(name -> name.toLowerCase(Locale.ROOT)).ifPresent(schemas::add);
        sql.qualifiers(table.name()).forEach(name -> schemas.add(name.toLowerCase(Locale.ROOT)));
        create(table, schemas);
      }
    }
  }

  private void create(TableFiles table, Set<String> schemas) throws SQLException {
    String select = select(table);
    try (Statement statement = connection.createStatement()) {
      for (String schema : schemas) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + Sql.name(schema));
        statement.execute(
            "CREATE OR REPLACE VIEW %s.%s AS %s"
                .formatted(Sql.name(schema), Sql.name(table.name()), select));
      }
    }
  }

  private String select(TableFiles table) throws SQLException {
    return switch (table.format()) {
      case CSV -> CsvTable.select(connection, table.files());
      case JSON_LINES -> {
        JsonLinesTable lines = JsonLinesTable.of(connection, table);
        jsonTables.add(lines);
        yield lines.select();
      }
      case PARQUET ->
          "SELECT * FROM read_parquet(%s, union_by_name = true)"
              .formatted(Sql.paths(table.files()));
    };
  }

  /** What could not be read of the files, once the query has run. */
  List<RejectedRecord> rejected() throws SQLException {
    List<RejectedRecord> rejected = new ArrayList<>(new CsvRejects(connection, folder).read());
    for (JsonLinesTable table : jsonTables) {
      rejected.addAll(new JsonLinesRejects(table, connection, folder).read());
    }
    return rejected;
  }
}
