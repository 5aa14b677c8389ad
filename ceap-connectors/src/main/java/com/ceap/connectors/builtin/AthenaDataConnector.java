package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.connectors.spi.Warehouse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings the answer of one SQL query, its columns under their canonical names. Thread-safe as its
 * warehouse is.
 */
public final class AthenaDataConnector implements DataConnector {
  private final String connectorId;
  private final AthenaConfig config;
  private final FieldMapping mapping;
  private final Warehouse warehouse;

  public AthenaDataConnector(String connectorId, AthenaConfig config, Warehouse warehouse) {
    this.connectorId = connectorId;
    this.config = config;
    this.mapping = new FieldMapping(config.fields(), config.subject());
    this.warehouse = warehouse;
  }

  @Override
  public Extract extract(ExtractRequest request) {
    Warehouse.Unloaded unloaded = warehouse.unload(query(request));
    List<List<String>> locations = unloaded.locations();
    List<Chunk> chunks =
        IntStream.range(0, locations.size())
            .mapToObj(i -> chunk(i, locations, request.businessDate()))
            .toList();
    return new Extract(chunks, unloaded.rejected());
  }

  private Warehouse.Query query(ExtractRequest request) {
    SqlText sql = config.sql();
    String date = request.businessDate().toString();
    return new Warehouse.Query(
        config.database(),
        sql.text(),
        Collections.nCopies(sql.parameters(), date),
        mapping.customerColumn(),
        prefix(request));
  }

  private String prefix(ExtractRequest request) {
    return "runs/%s/%s/extract/%s/attempt-%d/"
        .formatted(request.programId(), request.executionId(), connectorId, request.attempt());
  }

  private Chunk chunk(int index, List<List<String>> locations, LocalDate businessDate) {
    return new Chunk(connectorId, index, locations.size(), locations.get(index), businessDate);
  }

  @Override
  public void read(Chunk chunk, RecordSink sink) {
    long row = 0;
    for (String location : chunk.locations()) {
      try (Warehouse.Rows rows = warehouse.rows(location)) {
        RowMapper mapper = mapping.mapper(rows.columns(), chunk);
        while (rows.next()) {
          mapper.map(rows, ++row, sink);
        }
      }
    }
  }
}
