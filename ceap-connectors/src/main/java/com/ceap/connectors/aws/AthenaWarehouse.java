package com.ceap.connectors.aws;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs queries on Athena and has it lay out their answers in S3 by a hash of the customer. The
 * answer is gzipped JSON lines: the JDK and Jackson read them as a stream, while Parquet would
 * bring Hadoop into every function. JSON carries no types and leaves out nulls, so the answer's
 * columns are asked for first (LIMIT 0) and written beside it. Thread-safe.
 */
public final class AthenaWarehouse implements Warehouse {
  private static final String CHUNK = "chunk";

  private final AthenaQueries queries;
  private final AnswerStore answers;
  private final AthenaSettings settings;

  public AthenaWarehouse(AthenaClient athena, S3Client s3, AthenaSettings settings, Pause pause) {
    this.queries = new AthenaQueries(athena, settings, pause);
    this.answers = new AnswerStore(s3, settings.bucket());
    this.settings = settings;
  }

  @Override
  public Unloaded unload(Query query) {
    List<AnswerColumn> columns = queries.columns(query);
    String customer = customer(columns, query.customerColumn());
    queries.run(query, unloadStatement(query, customer), "unload");
    answers.writeColumns(query.prefix(), columns);
    return new Unloaded(answers.chunks(query.prefix()), List.of());
  }

  /** A customer's name in the answer; a column called chunk would clash with the partition's. */
  private static String customer(List<AnswerColumn> columns, String wanted) {
    List<String> names = columns.stream().map(AnswerColumn::name).toList();
    if (names.contains(CHUNK)) {
      throw new CeapException(
          ErrorCode.QUERY_INVALID,
          "the query's answer has a column named chunk, which is the partition's name;"
              + " rename it in the query (AS …)");
    }
    String name = wanted.toLowerCase(Locale.ROOT);
    if (!names.contains(name)) {
      throw new CeapException(
          ErrorCode.QUERY_INVALID,
          ("the query's answer has no column %s for the customer; it has %s."
                  + " Select it, or name its column under config.fields.customer_id")
              .formatted(name, String.join(", ", names)));
    }
    return name;
  }

  /** Rows without a customer go to chunk 0, where their reader rejects them. */
  private String unloadStatement(Query query, String customer) {
    return """
        UNLOAD (SELECT q.*, CAST(coalesce(abs(mod(from_big_endian_64(xxhash64(to_utf8(CAST(q."%s" \
        AS varchar)))), %d)), 0) AS integer) AS chunk FROM (
        %s
        ) q)
        TO 's3://%s/%s'
        WITH (format = 'JSON', compression = 'GZIP', partitioned_by = ARRAY['chunk'])"""
        .formatted(
            customer.replace("\"", "\"\""),
            settings.chunks(),
            query.sql(),
            settings.bucket(),
            AnswerStore.dataPrefix(query.prefix()));
  }

  @Override
  public Rows rows(String location) {
    return answers.rows(location);
  }
}
