package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import com.ceap.model.SourcePosition;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A connector over rows in memory: customer, product, view_count, category. */
final class RowsConnector implements DataConnectorFactory<RowsConnector.Config>, DataConnector {
  private static final AttributeSchema SCHEMA =
      new AttributeSchema(List.of("customer_id", "product_id", "view_count", "category"));
  private static final int CHUNKS = 4;

  private final List<Object[]> rows;

  /** Chunks whose reading fails. */
  final Set<Integer> broken = ConcurrentHashMap.newKeySet();

  record Config(@Key("Says what the rows are.") Optional<String> note) {}

  RowsConnector(List<Object[]> rows) {
    this.rows = rows;
  }

  @Override
  public String type() {
    return "rows";
  }

  @Override
  public ConfigShape<Config> shape() {
    return ConfigShape.of(Config.class);
  }

  @Override
  public List<String> columns(Config config) {
    return SCHEMA.names();
  }

  @Override
  public DataConnector create(String id, Config config, ConnectorEnvironment environment) {
    return this;
  }

  @Override
  public Extract extract(ExtractRequest request) {
    return new Extract(
        IntStream.range(0, CHUNKS).mapToObj(i -> new Chunk("rows", i, CHUNKS, List.of())).toList(),
        List.of());
  }

  @Override
  public void read(Chunk chunk, RecordSink sink) {
    if (broken.contains(chunk.index())) {
      throw new CeapException(ErrorCode.WAREHOUSE_UNAVAILABLE, "the warehouse is down");
    }
    for (Object[] row : rows) {
      if (row[0] == null) {
        rejectInFirst(chunk, sink);
      } else if (Math.floorMod(row[0].hashCode(), CHUNKS) == chunk.index()) {
        sink.accept(
            new RawRecord(new Attributes(SCHEMA, row.clone()), new SourcePosition("rows", 1)));
      }
    }
  }

  private static void rejectInFirst(Chunk chunk, RecordSink sink) {
    if (chunk.index() == 0) {
      sink.reject(new RejectedRecord("MISSING_CUSTOMER", "customer_id is blank", "row 1"));
    }
  }

  static Object[] row(String customer, String product, long views, String category) {
    return new Object[] {customer, product, views, category};
  }
}
