package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.SqlText;
import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.RejectedRecord;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every file of a folder is a table by its stem: {@code x.csv}, {@code x.csv.gz}, {@code
 * x.parquet}, {@code x.jsonl}, …; a sub-folder of such files is one table. Queries see these files
 * and nothing else of the machine. Thread-safe: unloads run one after the other, so that one
 * query's memory is the limit; rows are read in parallel. Answers live until it is closed.
 */
public final class DuckDbWarehouse implements Warehouse, AutoCloseable {
  private final Path folder;
  private final DuckDbInstance instance;
  private final long chunkRows;
  private final Map<String, Layout> layouts = new ConcurrentHashMap<>();
  private int unloads;

  private DuckDbWarehouse(Path folder, DuckDbInstance instance, long chunkRows) {
    this.folder = folder;
    this.instance = instance;
    this.chunkRows = chunkRows;
  }

  /**
   * Opens a folder of tables.
   *
   * @param spill an existing folder for what does not fit into memory; a folder of its own is made
   *     in it and removed by {@link #close()}
   * @throws CeapException WAREHOUSE_MISSING where there is no such folder
   */
  public static DuckDbWarehouse open(Path folder, Path spill, DuckDbLimits limits) {
    Path tables = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(tables)) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_MISSING,
          "the warehouse folder %s does not exist; name a folder of CSV, JSONL or Parquet files"
              .formatted(tables));
    }
    return new DuckDbWarehouse(
        tables, DuckDbInstance.open(tables, spill, limits), limits.chunkRows());
  }

  /** The tables that the folder holds now, by name. */
  public List<String> tables() {
    return List.copyOf(TableFiles.in(folder).keySet());
  }

  @Override
  public synchronized Unloaded unload(Query query) {
    SqlText sql = SqlText.of(query.sql());
    Map<String, TableFiles> tables = TableFiles.in(folder);
    try (Connection connection = instance.connect()) {
      TableViews views = new TableViews(connection, folder);
      views.create(tables, sql, query.database());
      Layout layout = Layout.of(connection, "answer_" + ++unloads, query);
      layouts.put(layout.table(), layout);
      List<RejectedRecord> rejected = views.rejected();
      return new Unloaded(layout.locations(connection, chunkRows), rejected);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, "the query", Optional.of(tables.keySet()));
    }
  }

  @Override
  public Rows rows(String location) {
    ChunkLocation chunk = ChunkLocation.parse(location);
    Layout layout = layouts.get(chunk.table());
    if (layout == null) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_MISSING,
          "there is no answer at '%s'; a local answer lives as long as its warehouse is open"
              .formatted(location));
    }
    try {
      return DuckDbRows.open(instance.connect(), layout, chunk);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, "reading " + location, Optional.empty());
    }
  }

  @Override
  public void close() {
    layouts.clear();
    instance.close();
  }
}
