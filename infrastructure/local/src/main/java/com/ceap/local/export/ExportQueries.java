package com.ceap.local.export;

import com.ceap.lambdas.export.ExportKeys;
import com.ceap.lambdas.export.ExportSql;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.ExportedFiles;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.warehouse.DuckDbErrors;
import com.ceap.local.warehouse.DuckDbInstance;
import com.ceap.local.warehouse.DuckDbLimits;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.FolderObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks the exported files of a data folder. One SELECT at a time; it sees the exported files and
 * nothing else of the machine, and writes nothing.
 */
public record ExportQueries(DataFolder data) {

  /**
   * Answers a query.
   *
   * @param rows how many rows at most
   * @throws CeapException QUERY_INVALID where the SQL is wrong or no single SELECT;
   *     WAREHOUSE_UNAVAILABLE where it takes longer or more memory than it may
   */
  public Answer ask(String sql, int rows, Duration timeout) {
    try (DuckDbInstance engine = open();
        Connection connection = engine.connect()) {
      createViews(connection);
      requireSelect(connection, sql);
      return answer(connection, sql.strip().replaceAll(";+\\s*$", ""), rows, timeout);
    } catch (SQLException e) {
      throw error(e, timeout);
    }
  }

  /** Whether the tables are empty because nobody has exported anything. */
  public boolean nothingExported() {
    FolderObjectStore objects = new FolderObjectStore(data.root());
    return Arrays.stream(ExportTable.values())
        .allMatch(table -> ExportedFiles.of(objects, table, Optional.empty()).isEmpty());
  }

  private DuckDbInstance open() {
    Path exports = data.root().resolve(ExportKeys.ROOT);
    try {
      Files.createDirectories(data.scratch());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + data.scratch(), e);
    }
    return DuckDbInstance.open(exports, data.scratch(), DuckDbLimits.DEFAULT);
  }

  private void createViews(Connection connection) throws SQLException {
    FolderObjectStore objects = new FolderObjectStore(data.root());
    try (Statement statement = connection.createStatement()) {
      for (ExportTable table : ExportTable.values()) {
        List<Path> files =
            ExportedFiles.of(objects, table, Optional.empty()).stream().map(objects::path).toList();
        statement.execute(ExportSql.view(table, files));
      }
    }
  }

  /** DuckDB can write SELECT statements down as JSON, and those only. */
  private static void requireSelect(Connection connection, String sql) throws SQLException {
    String check =
        "SELECT j->>'error_type', j->>'error_message', json_array_length(j->'statements')"
            + " FROM (SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS JSON) AS j)";
    try (PreparedStatement statement = connection.prepareStatement(check)) {
      statement.setString(1, sql);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if ("parser".equals(row.getString(1))) {
          throw invalid(row.getString(2));
        }
        if (row.getString(1) != null || row.getInt(3) != 1) {
          throw invalid("it should be one SELECT statement; exports are only read");
        }
      }
    }
  }

  private static Answer answer(Connection connection, String sql, int limit, Duration timeout)
      throws SQLException {
    // The line break ends a comment that the query may end with.
    String limited =
        "SELECT t.*, CAST(to_json(t) AS VARCHAR) FROM (%s\n) AS t LIMIT %d"
            .formatted(sql, limit + 1L);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) timeout.toSeconds());
      try (ResultSet result = statement.executeQuery(limited)) {
        return read(result, limit);
      }
    }
  }

  private static Answer read(ResultSet result, int limit) throws SQLException {
    int width = result.getMetaData().getColumnCount() - 1;
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(result.getMetaData().getColumnLabel(i));
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> json = new ArrayList<>();
    boolean more = result.next();
    while (more && rows.size() < limit) {
      List<String> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        row.add(result.getString(i));
      }
      rows.add(row);
      json.add(result.getString(width + 1));
      more = result.next();
    }
    return new Answer(columns, rows, json, more);
  }

  private static CeapException invalid(String problem) {
    return new CeapException(ErrorCode.QUERY_INVALID, "the query cannot be run: " + problem);
  }

  private static CeapException error(SQLException e, Duration timeout) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("INTERRUPT")) {
      return new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE,
          "the query took longer than %d s; narrow it by program and dt, or raise --timeout"
              .formatted(timeout.toSeconds()));
    }
    CeapException known = DuckDbErrors.of(e, "the query", Optional.empty());
    return new CeapException(known.code(), known.getMessage() + hint(message));
  }

  private static String hint(String message) {
    if (message.startsWith("Catalog Error")) {
      return " (there are candidates, deliveries, outcomes and engagements)";
    }
    return message.startsWith("Binder Error") ? " (`ceap query --list` names the columns)" : "";
  }
}
