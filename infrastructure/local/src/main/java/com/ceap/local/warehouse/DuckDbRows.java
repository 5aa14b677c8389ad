package com.ceap.local.warehouse;

import com.ceap.connectors.spi.Warehouse;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads a chunk from the engine's vectors; a JDBC ResultSet takes more than twice the time. Owns
 * its connection. Not thread-safe.
 */
final class DuckDbRows implements Warehouse.Rows {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long MICROS = 1_000_000;

  private final Layout layout;
  private final ColumnKind[] kinds;
  private final Connection connection;
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final DuckDBReadableVector[] vectors;
  private long row;
  private long rows;

  private DuckDbRows(Layout layout, Connection connection, DuckDBPreparedStatement statement)
      throws SQLException {
    this.layout = layout;
    this.kinds = layout.kinds().toArray(ColumnKind[]::new);
    this.connection = connection;
    this.statement = statement;
    this.result = statement.query();
    this.vectors = new DuckDBReadableVector[kinds.length];
  }

  static DuckDbRows open(Connection connection, Layout layout, ChunkLocation chunk)
      throws SQLException {
    return new DuckDbRows(
        layout,
        connection,
        (DuckDBPreparedStatement) connection.prepareStatement(layout.read(chunk)));
  }

  @Override
  public List<String> columns() {
    return layout.columns();
  }

  @Override
  public boolean next() {
    row++;
    while (row >= rows) {
      if (!result.nextChunk()) {
        return false;
      }
      DuckDBDataChunkReader chunk = result.chunk();
      rows = chunk.rowCount();
      row = 0;
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = chunk.vector(i);
      }
    }
    return true;
  }

  @Override
  public Object value(int column) {
    DuckDBReadableVector vector = vectors[column];
    if (vector.isNull(row)) {
      return null;
    }
    return switch (kinds[column]) {
      case WHOLE -> vector.getLong(row);
      case HUGE -> whole(vector.getHugeInt(row));
      case NUMBER -> vector.getDouble(row);
      case FLAG -> vector.getBoolean(row);
      case TEXT -> vector.getString(row);
      case DAY -> vector.getLocalDate(row);
      case INSTANT -> instant(vector.getLong(row));
      case NESTED -> NestedJson.read(vector.getString(row));
    };
  }

  private static Object whole(BigInteger number) {
    boolean fits = number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    return fits ? (Object) number.longValue() : number.doubleValue();
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }

  @Override
  public void close() {
    try (connection;
        statement) {
      result.close();
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, "closing " + layout.table(), Optional.empty());
    }
  }
}
