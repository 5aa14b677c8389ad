package com.ceap.connectors.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.RawRecord;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AthenaDataConnectorTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @Test
  void theFactoryIsFoundByItsType() {
    for (DataConnectorFactory<?> factory : ServiceLoader.load(DataConnectorFactory.class)) {
      assertThat(factory.type()).isEqualTo("athena");
      assertThat(factory.shape().keys())
          .extracting(ConfigKey::name)
          .containsExactly("database", "table", "query", "fields", "subject");
    }
  }

  @Test
  void everyPlaceholderIsTheBusinessDate() {
    ListWarehouse warehouse = new ListWarehouse(List.of("customer_id", "product_id"), List.of());
    connector("SELECT * FROM t WHERE a = ? AND b = '?' -- ?\n AND c < ?;", Map.of(), warehouse)
        .extract(new ExtractRequest("recs", "run-7", DAY, 2));
    assertThat(warehouse.queries)
        .containsExactly(
            new Warehouse.Query(
                Optional.of("shop"),
                "SELECT * FROM t WHERE a = ? AND b = '?' -- ?\n AND c < ?",
                List.of("2026-11-20", "2026-11-20"),
                "customer_id",
                "runs/recs/run-7/extract/views/attempt-2/"));
  }

  @Test
  void withoutAQueryAllOfTheTableIsRead() {
    AthenaConfig config =
        new AthenaConfig(
            Optional.empty(), Optional.of("views"), Optional.empty(), Map.of(), "product_id");
    assertThat(config.sql().text()).isEqualTo("SELECT * FROM \"views\"");
  }

  @Test
  void chunksCarryTheirIndexAndTheBusinessDate() {
    ListWarehouse warehouse = new ListWarehouse(List.of("customer_id", "product_id"), List.of());
    Extract extract =
        connector("SELECT 1", Map.of(), warehouse).extract(new ExtractRequest("p", "e", DAY, 1));
    assertThat(extract.chunks())
        .singleElement()
        .satisfies(
            chunk -> {
              assertThat(chunk.count()).isEqualTo(1);
              assertThat(chunk.businessDate()).isEqualTo(DAY);
            });
  }

  @Test
  void columnsAreMappedByConventionAndByOverride() {
    RawRecord row =
        read(
                List.of("customerId", "SKU", "View Count", "colour"),
                Map.of("product_id", "sku"),
                Arrays.asList("C1", 17L, "4", "red"))
            .records
            .getFirst();
    assertThat(row.attributes().asMap())
        .isEqualTo(
            Map.of("customer_id", "C1", "product_id", "17", "view_count", 4L, "colour", "red"));
    assertThat(row.position().row()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mappingKeepsEveryValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      List<Object> values =
          Arrays.asList(
              "C" + random.nextInt(1000),
              "P" + random.nextInt(1000),
              random.nextInt(4) == 0 ? null : (Object) random.nextLong(0, 1L << 40),
              random.nextDouble(1000),
              random.nextBoolean(),
              random.nextLong(),
              "text " + random.nextInt(),
              List.of(random.nextLong()));
      List<String> columns =
          List.of(
              "customer_id",
              "product_id",
              "view_count",
              "price",
              "add_to_cart",
              "some_number",
              "some_text",
              "some_list");
      RecordedSink sink = read(columns, Map.of(), values);
      assertThat(sink.rejected).as("seed %d, row %d", seed, i).isEmpty();
      for (int column = 0; column < values.size(); column++) {
        assertThat(sink.records.getFirst().attributes().at(column))
            .as("seed %d, row %d, column %s", seed, i, columns.get(column))
            .isEqualTo(Optional.ofNullable(values.get(column)));
      }
    }
  }

  @Test
  void anAnswerWithoutTheSubjectSaysWhatItHas() {
    assertThatThrownBy(() -> read(List.of("customer_id", "sku"), Map.of(), List.of("C1", "P1")))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_INVALID))
        .hasMessage(
            "connector 'views': the query's answer has no column product_id for product_id; it has"
                + " customer_id, sku. Select it, or name its column under"
                + " config.fields.product_id");
  }

  @Test
  void twoColumnsForOneAttributeAreAnError() {
    assertThatThrownBy(
            () ->
                read(
                    List.of("customer_id", "customerId", "product_id"),
                    Map.of(),
                    List.of("C1", "C1", "P1")))
        .hasMessage(
            "connector 'views': columns 'customer_id' and 'customerId' both mean customer_id;"
                + " rename one in the query (AS …)");
  }

  @Test
  void theColumnsOfAConfigurationAreThoseThatItsQueryShows() {
    AthenaConfig config =
        config(
            "SELECT buyer, p.product_id, count(*) AS viewCount FROM t",
            Map.of("customer_id", "buyer"));
    assertThat(new AthenaDataConnectorFactory().columns(config))
        .containsExactly("customer_id", "product_id", "view_count");
    assertThat(new AthenaDataConnectorFactory().columns(config("SELECT * FROM t", Map.of())))
        .isEmpty();
  }

  private static RecordedSink read(
      List<String> columns, Map<String, String> fields, List<Object> row) {
    ListWarehouse warehouse = new ListWarehouse(columns, List.of(row));
    AthenaDataConnector connector = connector("SELECT 1", fields, warehouse);
    RecordedSink sink = new RecordedSink();
    Extract extract = connector.extract(new ExtractRequest("p", "e", DAY, 1));
    connector.read(extract.chunks().getFirst(), sink);
    return sink;
  }

  private static AthenaDataConnector connector(
      String sql, Map<String, String> fields, Warehouse warehouse) {
    return new AthenaDataConnector("views", config(sql, fields), warehouse);
  }

  private static AthenaConfig config(String sql, Map<String, String> fields) {
    return new AthenaConfig(
        Optional.of("shop"), Optional.empty(), Optional.of(sql), fields, "product_id");
  }
}
