package com.ceap.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.MotoApi;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The warehouse on an endpoint's Athena and S3. Moto keeps queries and their states but runs no
 * SQL: what the query would answer is told to it, and what UNLOAD would write is put there.
 */
@OnAwsEndpoint
final class AthenaEndpointIT {
  private static final String PREFIX = "runs/recs/run-7/extract/views/attempt-1/";
  private static final Warehouse.Query QUERY =
      new Warehouse.Query(
          Optional.of("ecommerce"),
          "SELECT customer_id, price, day FROM views WHERE date = ?",
          List.of("2026-11-20"),
          "customer_id",
          PREFIX);
  private static final String COLUMNS =
      """
      [{"Name": "customer_id", "Type": "varchar"},
       {"Name": "price", "Type": "double"},
       {"Name": "day", "Type": "date"}]""";

  private final String bucket = "data-" + UUID.randomUUID();
  private final String workGroup = "ceap-" + UUID.randomUUID();
  private final List<Duration> pauses = new ArrayList<>();
  private AthenaClient athena;
  private S3Client s3;
  private AthenaWarehouse warehouse;

  @BeforeEach
  void connect(AwsEndpoint endpoint) {
    MotoApi moto = MotoApi.of(endpoint);
    moto.takesTime("athena::execution");
    moto.nextAthenaAnswer(COLUMNS);
    athena =
        endpoint
            .called(AthenaClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    s3 =
        endpoint
            .called(S3Client.builder())
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    s3.createBucket(request -> request.bucket(bucket));
    athena.createWorkGroup(
        request ->
            request
                .name(workGroup)
                .configuration(
                    group ->
                        group.resultConfiguration(
                            result -> result.outputLocation("s3://" + bucket + "/athena/"))));
    warehouse =
        new AthenaWarehouse(
            athena,
            s3,
            new AthenaSettings(workGroup, bucket, 64, Duration.ofSeconds(10)),
            pauses::add);
  }

  @AfterEach
  void disconnect() {
    // Nothing is connected where the test was skipped.
    Stream.of(athena, s3).filter(Objects::nonNull).forEach(SdkAutoCloseable::close);
  }

  @Test
  void anAnswerIsFoundInS3ChunkByChunkAndReadWithItsTypes() throws IOException {
    put("data/chunk=10/c.gz", "{\"customer_id\":\"C3\",\"price\":2.5}\n");
    put(
        "data/chunk=2/a.gz",
        """
        {"customer_id":"C1","price":5,"day":"2026-11-20"}
        {"customer_id":"C2"}
        """);

    Warehouse.Unloaded unloaded = warehouse.unload(QUERY);

    assertThat(unloaded.locations())
        .containsExactly(
            List.of(PREFIX + "data/chunk=2/a.gz"), List.of(PREFIX + "data/chunk=10/c.gz"));
    try (Warehouse.Rows rows = warehouse.rows(unloaded.locations().getFirst().getFirst())) {
      assertThat(rows.columns()).containsExactly("customer_id", "price", "day");
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(0)).isEqualTo("C1");
      assertThat(rows.value(1)).isEqualTo(5.0);
      assertThat(rows.value(2)).isEqualTo(LocalDate.parse("2026-11-20"));
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(1)).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aQueryIsWaitedForAndRunInItsWorkGroupWithItsParametersBound() {
    warehouse.unload(QUERY);

    List<QueryExecution> executions =
        athena.listQueryExecutions(r -> r.workGroup(workGroup)).queryExecutionIds().stream()
            .map(id -> athena.getQueryExecution(r -> r.queryExecutionId(id)).queryExecution())
            .toList();
    assertThat(executions)
        .hasSize(2)
        .allSatisfy(
            execution -> {
              assertThat(execution.workGroup()).isEqualTo(workGroup);
              assertThat(execution.queryExecutionContext().database()).isEqualTo("ecommerce");
              assertThat(execution.executionParameters()).containsExactly("'2026-11-20'");
            })
        .filteredOn(execution -> execution.query().startsWith("UNLOAD"))
        .singleElement()
        .satisfies(
            execution ->
                assertThat(execution.query())
                    .contains("TO 's3://%s/%sdata/'".formatted(bucket, PREFIX)));
    assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
  }

  private void put(String key, String lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    s3.putObject(
        request -> request.bucket(bucket).key(PREFIX + key),
        RequestBody.fromBytes(bytes.toByteArray()));
  }
}
