package com.ceap.connectors.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

class AthenaWarehouseTest {
  private static final String START = "AmazonAthena.StartQueryExecution";
  private static final String STATUS = "AmazonAthena.GetQueryExecution";
  private static final String PREFIX = "runs/recs/run-7/extract/views/attempt-1/";
  private static final Warehouse.Query QUERY =
      new Warehouse.Query(
          Optional.of("ecommerce"),
          "SELECT customer_id, price, day, at FROM views WHERE date = ?",
          List.of("2026-11-20"),
          "customer_id",
          PREFIX);

  @RegisterExtension
  private static final WireMockExtension AWS =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort())
          .build();

  private final List<Duration> pauses = new ArrayList<>();
  private AthenaWarehouse warehouse;

  @BeforeEach
  void connect() {
    URI endpoint = URI.create(AWS.baseUrl());
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    AthenaClient athena =
        AthenaClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    S3Client s3 =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    warehouse =
        new AthenaWarehouse(
            athena,
            s3,
            new AthenaSettings("ceap", "data", 64, Duration.ofSeconds(10)),
            pauses::add);
  }

  @Test
  void theQueryIsUnloadedByAHashOfTheCustomerWithItsParametersBound() throws IOException {
    stubSuccess();
    warehouse.unload(QUERY);

    List<JsonNode> starts = starts();
    assertThat(starts).hasSize(2);
    assertThat(starts.get(0).get("QueryString").asText())
        .isEqualTo("SELECT * FROM (\n" + QUERY.sql() + "\n) q LIMIT 0");
    JsonNode unload = starts.get(1);
    assertThat(unload.get("QueryString").asText())
        .isEqualTo(
            """
            UNLOAD (SELECT q.*, CAST(coalesce(abs(mod(from_big_endian_64(xxhash64(to_utf8(CAST(q."customer_id" AS varchar)))), 64)), 0) AS integer) AS chunk FROM (
            SELECT customer_id, price, day, at FROM views WHERE date = ?
            ) q)
            TO 's3://data/runs/recs/run-7/extract/views/attempt-1/data/'
            WITH (format = 'JSON', compression = 'GZIP', partitioned_by = ARRAY['chunk'])""");
    assertThat(unload.get("ExecutionParameters")).hasSize(1);
    assertThat(unload.get("ExecutionParameters").get(0).asText()).isEqualTo("'2026-11-20'");
    assertThat(unload.get("QueryExecutionContext").get("Database").asText()).isEqualTo("ecommerce");
    assertThat(unload.get("WorkGroup").asText()).isEqualTo("ceap");
    assertThat(unload.get("ClientRequestToken").asText()).hasSizeBetween(32, 128);
    assertThat(unload.get("ClientRequestToken"))
        .isNotEqualTo(starts.get(0).get("ClientRequestToken"));
  }

  @Test
  void theSameAttemptStartsWithTheSameTokens() throws IOException {
    stubSuccess();
    warehouse.unload(QUERY);
    warehouse.unload(QUERY);
    List<String> tokens =
        starts().stream().map(start -> start.get("ClientRequestToken").asText()).toList();
    assertThat(tokens.subList(0, 2)).isEqualTo(tokens.subList(2, 4));
  }

  @Test
  void itWaitsLongerAndLongerUntilTheQueryHasEnded() {
    stubSuccess();
    AWS.stubFor(
        status("{\"State\":\"QUEUED\"}")
            .inScenario("wait")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("2"));
    AWS.stubFor(
        status("{\"State\":\"RUNNING\"}")
            .inScenario("wait")
            .whenScenarioStateIs("2")
            .willSetStateTo("3"));
    AWS.stubFor(status("{\"State\":\"SUCCEEDED\"}").inScenario("wait").whenScenarioStateIs("3"));
    warehouse.unload(QUERY);
    assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void aQueryThatNeverEndsIsStopped() {
    stubSuccess();
    AWS.stubFor(status("{\"State\":\"RUNNING\"}"));
    AWS.stubFor(action("AmazonAthena.StopQueryExecution").willReturn(okJson("{}")));
    assertThatThrownBy(() -> warehouse.unload(QUERY))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_UNAVAILABLE))
        .hasMessage("Athena query q-1 took longer than PT10S and was stopped");
    AWS.verify(
        1,
        postRequestedFor(urlEqualTo("/"))
            .withHeader("X-Amz-Target", equalTo("AmazonAthena.StopQueryExecution")));
  }

  @Test
  void badSqlIsTheProgramsFault() {
    failsWith(
        2, "SYNTAX_ERROR: line 1:8: Column 'prize' cannot be resolved", ErrorCode.QUERY_INVALID);
  }

  @Test
  void exhaustedResourcesAreTheWarehousesFault() {
    failsWith(2, "Query exhausted resources at this scale factor", ErrorCode.WAREHOUSE_UNAVAILABLE);
  }

  @Test
  void anErrorOfTheServiceIsTheWarehousesFault() {
    failsWith(1, "GENERIC_INTERNAL_ERROR: try again", ErrorCode.WAREHOUSE_UNAVAILABLE);
  }

  @Test
  void aFailedCastDoesNotQuoteTheRow() {
    failsWith(
        2,
        "INVALID_CAST_ARGUMENT: Cannot cast 'jane' to BIGINT",
        "INVALID_CAST_ARGUMENT: Cannot cast '…' to BIGINT",
        ErrorCode.QUERY_INVALID);
  }

  @Test
  void aDateColumnIsComparedWithATypedDate() throws IOException {
    stubSuccess();
    String mismatch =
        failure(2, "TYPE_MISMATCH: line 1:60: Cannot apply operator: date = varchar(10)");
    AWS.stubFor(
        status(mismatch)
            .inScenario("typed")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("typed"));
    AWS.stubFor(
        status("{\"State\":\"SUCCEEDED\"}").inScenario("typed").whenScenarioStateIs("typed"));
    warehouse.unload(QUERY);
    assertThat(starts().get(1).get("ExecutionParameters").get(0).asText())
        .isEqualTo("DATE '2026-11-20'");
  }

  @Test
  void aRefusedStartIsTheProgramsFaultAndAThrottledOneIsNot() {
    AWS.stubFor(action(START).willReturn(error("InvalidRequestException", "wrong work group")));
    assertThatThrownBy(() -> warehouse.unload(QUERY))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_INVALID))
        .hasMessage("starting a query on Athena failed: InvalidRequestException, wrong work group");
    AWS.stubFor(action(START).willReturn(error("TooManyRequestsException", "slow")));
    assertThatThrownBy(() -> warehouse.unload(QUERY))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_UNAVAILABLE));
  }

  @Test
  void anAnswerWithoutTheCustomerSaysWhatItHas() {
    stubSuccess();
    AWS.stubFor(results("buyer:varchar", "price:double"));
    assertThatThrownBy(() -> warehouse.unload(QUERY))
        .hasMessage(
            "the query's answer has no column customer_id for the customer; it has buyer, price."
                + " Select it, or name its column under config.fields.customer_id");
  }

  @Test
  void filesAreListedOverAllPagesAndGroupedByChunk() {
    stubSuccess();
    AWS.stubFor(
        list(absent())
            .willReturn(
                aResponse()
                    .withBody(
                        page(
                            true,
                            "data/chunk=0/a.gz",
                            "data/chunk=0/b.gz",
                            "data/chunk=10/c.gz"))));
    AWS.stubFor(
        list(equalTo("more")).willReturn(aResponse().withBody(page(false, "data/chunk=2/d.gz"))));
    assertThat(warehouse.unload(QUERY).locations())
        .containsExactly(
            List.of(PREFIX + "data/chunk=0/a.gz", PREFIX + "data/chunk=0/b.gz"),
            List.of(PREFIX + "data/chunk=2/d.gz"),
            List.of(PREFIX + "data/chunk=10/c.gz"));
  }

  @Test
  void rowsAreReadWithTheTypesOfTheirColumns() throws IOException {
    stubSuccess();
    AWS.stubFor(
        get(urlEqualTo("/data/" + PREFIX + "columns.json"))
            .willReturn(
                okJson(
                    """
                    [{"name":"customer_id","type":"varchar"},{"name":"price","type":"decimal"},
                     {"name":"day","type":"date"},{"name":"at","type":"timestamp"},
                     {"name":"tags","type":"array"}]""")));
    AWS.stubFor(
        get(urlEqualTo("/data/" + PREFIX + "data/chunk%3D0/a.gz"))
            .willReturn(
                aResponse()
                    .withBody(
                        gzip(
                            """
                            {"customer_id":"C1","price":5,"day":"2026-11-20","at":"2026-11-20 10:15:00.000","tags":["x"]}
                            {"customer_id":"C2"}
                            """))));
    try (Warehouse.Rows rows = warehouse.rows(PREFIX + "data/chunk=0/a.gz")) {
      assertThat(rows.columns()).containsExactly("customer_id", "price", "day", "at", "tags");
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(0)).isEqualTo("C1");
      assertThat(rows.value(1)).isEqualTo(5.0);
      assertThat(rows.value(2)).isEqualTo(LocalDate.parse("2026-11-20"));
      assertThat(rows.value(3)).isEqualTo(Instant.parse("2026-11-20T10:15:00Z"));
      assertThat(rows.value(4)).isEqualTo(List.of("x"));
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(0)).isEqualTo("C2");
      assertThat(rows.value(1)).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void theColumnsAreWrittenBesideTheAnswer() throws IOException {
    stubSuccess();
    warehouse.unload(QUERY);
    String body =
        AWS.findAll(putRequestedFor(urlEqualTo("/data/" + PREFIX + "columns.json")))
            .getFirst()
            .getBodyAsString();
    assertThat(body)
        .contains(
            "{\"name\":\"customer_id\",\"type\":\"varchar\"},{\"name\":\"price\",\"type\":\"double\"}");
  }

  private void failsWith(int category, String reason, ErrorCode code) {
    failsWith(category, reason, reason, code);
  }

  private void failsWith(int category, String reason, String shown, ErrorCode code) {
    stubSuccess();
    AWS.stubFor(status(failure(category, reason)));
    assertThatThrownBy(() -> warehouse.unload(QUERY))
        .isInstanceOfSatisfying(CeapException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage("Athena query q-1 failed: " + shown);
  }

  private static String failure(int category, String reason) {
    return "{\"State\":\"FAILED\",\"StateChangeReason\":\"%s\",\"AthenaError\":{\"ErrorCategory\":%d,\"Retryable\":false}}"
        .formatted(reason, category);
  }

  private static void stubSuccess() {
    AWS.stubFor(action(START).willReturn(okJson("{\"QueryExecutionId\":\"q-1\"}")));
    AWS.stubFor(status("{\"State\":\"SUCCEEDED\"}"));
    AWS.stubFor(results("customer_id:varchar", "price:double"));
    AWS.stubFor(list(absent()).willReturn(aResponse().withBody(page(false, "data/chunk=0/a.gz"))));
    AWS.stubFor(put(urlEqualTo("/data/" + PREFIX + "columns.json")).willReturn(aResponse()));
  }

  private static MappingBuilder action(String target) {
    return post(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(target));
  }

  private static MappingBuilder status(String status) {
    return action(STATUS)
        .willReturn(
            okJson(
                "{\"QueryExecution\":{\"QueryExecutionId\":\"q-1\",\"Status\":" + status + "}}"));
  }

  private static MappingBuilder results(String... columns) {
    List<String> infos = new ArrayList<>();
    for (String column : columns) {
      int colon = column.indexOf(':');
      infos.add(
          "{\"Name\":\"%s\",\"Type\":\"%s\"}"
              .formatted(column.substring(0, colon), column.substring(colon + 1)));
    }
    return action("AmazonAthena.GetQueryResults")
        .willReturn(
            okJson(
                "{\"ResultSet\":{\"Rows\":[],\"ResultSetMetadata\":{\"ColumnInfo\":["
                    + String.join(",", infos)
                    + "]}}}"));
  }

  private static MappingBuilder list(StringValuePattern token) {
    return get(urlPathEqualTo("/data"))
        .withQueryParam("list-type", equalTo("2"))
        .withQueryParam("prefix", equalTo(PREFIX + "data/"))
        .withQueryParam("continuation-token", token);
  }

  private static String page(boolean more, String... keys) {
    StringBuilder xml =
        new StringBuilder("<ListBucketResult><IsTruncated>" + more + "</IsTruncated>");
    if (more) {
      xml.append("<NextContinuationToken>more</NextContinuationToken>");
    }
    for (String key : keys) {
      xml.append("<Contents><Key>").append(PREFIX).append(key).append("</Key></Contents>");
    }
    return xml.append("</ListBucketResult>").toString();
  }

  private static ResponseDefinitionBuilder error(String type, String message) {
    return aResponse()
        .withStatus(400)
        .withHeader("Content-Type", "application/x-amz-json-1.1")
        .withBody("{\"__type\":\"" + type + "\",\"Message\":\"" + message + "\"}");
  }

  private static List<JsonNode> starts() throws IOException {
    List<JsonNode> bodies = new ArrayList<>();
    for (LoggedRequest request :
        AWS.findAll(
            postRequestedFor(urlEqualTo("/"))
                .withHeader("X-Amz-Target", containing("StartQueryExecution")))) {
      bodies.add(new ObjectMapper().readTree(request.getBodyAsString()));
    }
    return bodies;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
