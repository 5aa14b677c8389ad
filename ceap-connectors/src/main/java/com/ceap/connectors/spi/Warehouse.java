package com.ceap.connectors.spi;

import com.ceap.model.RejectedRecord;
import java.util.List;
import java.util.Optional;

/** An engine that answers SQL: Athena on AWS, DuckDB on one machine. Thread-safe. */
public interface Warehouse {
  /**
   * Runs a query and lays its rows out by a hash of the customer column.
   *
   * @throws com.ceap.model.error.CeapException QUERY_INVALID, WAREHOUSE_MISSING,
   *     WAREHOUSE_UNAVAILABLE
   */
  Unloaded unload(Query query);

  /** Streams the rows of one of the locations. The caller closes it. */
  Rows rows(String location);

  /**
   * A query whose parameters are bound, never spliced.
   *
   * @param database the default schema, where the source names one
   * @param parameters values for each {@code ?}, in order; dates as {@code yyyy-MM-dd}
   * @param customerColumn the answer's column whose hash decides the chunk
   * @param prefix a path under which nothing was written before
   */
  record Query(
      Optional<String> database,
      String sql,
      List<String> parameters,
      String customerColumn,
      String prefix) {
    public Query {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * The answer of a query.
   *
   * @param locations the locations of each chunk
   * @param rejected rows of the source's files that could not be read, with file and line
   */
  record Unloaded(List<List<String>> locations, List<RejectedRecord> rejected) {
    public Unloaded {
      locations = List.copyOf(locations);
      rejected = List.copyOf(rejected);
    }
  }

  /** Rows one after the other; not thread-safe. */
  interface Rows extends AutoCloseable {
    List<String> columns();

    boolean next();

    /**
     * A value of the current row: null, Long, Double, Boolean, String, Instant, LocalDate, or List
     * and Map of these.
     *
     * @param column from 0
     */
    Object value(int column);

    @Override
    void close();
  }
}
