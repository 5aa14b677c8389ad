package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One query's answer as a table, ordered by a hash of the customer in {@value #BUCKETS} buckets.
 * Neighbouring buckets make up a chunk, so that small answers have few chunks.
 */
record Layout(String table, List<String> columns, List<ColumnKind> kinds) {
  static final String BUCKET = "ceap_bucket";

  /** As many as Athena's UNLOAD has partitions at most. */
  static final int BUCKETS = 100;

  Layout {
    columns = List.copyOf(columns);
    kinds = List.copyOf(kinds);
  }

  static Layout of(Connection connection, String table, Warehouse.Query query) throws SQLException {
    Layout layout = describe(connection, table, query);
    String sql =
        "CREATE TABLE %s AS SELECT %s, %s FROM (\n%s\n) q ORDER BY %s"
            .formatted(
                table,
                layout.projections(),
                bucket(layout.customer(query.customerColumn())),
                query.sql(),
                BUCKET);
    try (PreparedStatement statement = prepare(connection, sql, query.parameters())) {
      statement.execute();
    }
    return layout;
  }

  private static Layout describe(Connection connection, String table, Warehouse.Query query)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    List<ColumnKind> kinds = new ArrayList<>();
    String sql = "DESCRIBE SELECT * FROM (\n" + query.sql() + "\n) q";
    try (PreparedStatement statement = prepare(connection, sql, query.parameters());
        ResultSet answer = statement.executeQuery()) {
      while (answer.next()) {
        columns.add(answer.getString(1));
        kinds.add(ColumnKind.of(answer.getString(2)));
      }
    }
    return new Layout(table, columns, kinds);
  }

  /** Parameters are bound as text: DuckDB reads them as the type they are compared with. */
  private static PreparedStatement prepare(
      Connection connection, String sql, List<String> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      statement.setString(i + 1, parameters.get(i));
    }
    return statement;
  }

  private String projections() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> kinds.get(i).projection("q." + Sql.name(columns.get(i))) + " AS c" + i)
        .collect(Collectors.joining(", "));
  }

  private static String bucket(String customer) {
    return "CAST(coalesce(hash(CAST(q.%s AS VARCHAR)) %% %d, 0) AS UTINYINT) AS %s"
        .formatted(Sql.name(customer), BUCKETS, BUCKET);
  }

  private String customer(String wanted) {
    return columns.stream()
        .filter(column -> column.equalsIgnoreCase(wanted))
        .findFirst()
        .or(() -> columns.stream().filter(c -> CanonicalName.of(c).equals(wanted)).findFirst())
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.QUERY_INVALID,
                    ("the query's answer has no column %s for the customer; it has %s."
                            + " Select it, or name its column under config.fields.customer_id")
                        .formatted(wanted, String.join(", ", columns))));
  }

  /** Neighbouring buckets until a chunk is full. */
  List<List<String>> locations(Connection connection, long chunkRows) throws SQLException {
    List<List<String>> locations = new ArrayList<>();
    int first = 0;
    long rows = 0;
    for (BucketCount bucket : counts(connection)) {
      if (rows > 0 && rows + bucket.rows() / 2 > chunkRows) {
        locations.add(List.of(new ChunkLocation(table, first, bucket.bucket() - 1).toString()));
        first = bucket.bucket();
        rows = 0;
      }
      rows += bucket.rows();
    }
    if (rows > 0) {
      locations.add(List.of(new ChunkLocation(table, first, BUCKETS - 1).toString()));
    }
    return locations;
  }

  private List<BucketCount> counts(Connection connection) throws SQLException {
    List<BucketCount> counts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT %1$s, count(*) FROM %2$s GROUP BY 1 ORDER BY 1".formatted(BUCKET, table))) {
      while (answer.next()) {
        counts.add(new BucketCount(answer.getInt(1), answer.getLong(2)));
      }
    }
    return counts;
  }

  private record BucketCount(int bucket, long rows) {}

  /** The statement that reads a chunk. */
  String read(ChunkLocation chunk) {
    return "SELECT %s FROM %s WHERE %s BETWEEN %d AND %d"
        .formatted(
            IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", ")),
            table,
            BUCKET,
            chunk.first(),
            chunk.last());
  }
}
