package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Engagement;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files as Apache's reader sees them, which shares nothing with the writer. */
final class ParquetFilesIT {
  @TempDir static Path folder;
  private static ExportShop shop;
  private static ExportedRows rows;

  record ModelScore(
      double score,
      Integer discountPercent,
      String confidence,
      String origin,
      LocalDateTime scoredAt) {}

  record CandidateRow(
      String customerId,
      LocalDate businessDate,
      LocalDateTime eventTime,
      double score,
      Map<String, ModelScore> scores,
      Integer discountPercent,
      List<String> channels,
      Map<String, String> features) {}

  record OutcomeRow(String customerId, String outcome, BigDecimal revenue, Integer touch) {}

  @BeforeAll
  static void exportADay() {
    shop = new ExportShop(folder);
    rows = new ExportedRows(shop.objects);
    shop.decide(key("C1", "P"), 0.75);
    Message message = shop.send(key("C1", "P"), "email", MessageState.SENT);
    shop.convert(key("C1", "P"), message, "129.99");
    shop.dismiss(key("C2", "P"));
    shop.engage(key("C1", "P"), Engagement.Type.CLICK, Optional.of("in-app"), shop.now);
    shop.run(DAY);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void anotherReaderFindsEveryValueNestedOnesToo() throws IOException {
    LocalDateTime now = LocalDateTime.parse("2026-11-20T03:35:00");
    assertThat(read(ExportTable.CANDIDATES, CandidateRow.class))
        .containsExactly(
            new CandidateRow(
                "C1",
                LocalDate.parse("2026-11-19"),
                LocalDateTime.parse("2026-11-19T10:00:00.123456"),
                0.75,
                Map.of(
                    "intent",
                    new ModelScore(0.75, 15, "HIGH", "MODEL", now),
                    "affinity",
                    new ModelScore(1, null, null, "FALLBACK", now)),
                15,
                List.of("email", "in-app"),
                Map.of("view_count", "7", "ratio", "0.5")));
    assertThat(read(ExportTable.OUTCOMES, OutcomeRow.class))
        .containsExactly(
            new OutcomeRow("C1", "CONVERTED", new BigDecimal("129.9900"), 1),
            new OutcomeRow("C2", "DISMISSED", null, null));
  }

  @ParameterizedTest
  @EnumSource
  void theColumnsOfTheFilesAreThoseThatGlueNames(ExportTable table) throws IOException {
    List<GlueColumn> columns = new GlueTable(table).columns();
    try (ParquetFileReader reader = ParquetFileReader.open(input(table))) {
      assertThat(GlueTypes.of(reader.getFileMetaData().getSchema()))
          .isEqualTo(columns.stream().map(c -> c.name() + " " + c.type()).toList());
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        assertThat(block.getColumns())
            .allSatisfy(c -> assertThat(c.getCodec()).isEqualTo(CompressionCodecName.ZSTD));
      }
    }
    assertThat(columns).noneMatch(c -> c.name().equals("program") || c.name().equals("dt"));
  }

  @Test
  void athenaWorksOutWhereADayLies() {
    String key = rows.keys(ExportTable.DELIVERIES).getFirst();
    Map<String, String> parameters =
        new GlueTable(ExportTable.DELIVERIES).parameters("lake", List.of("b", "a"));
    assertThat(parameters)
        .containsEntry("projection.program.values", "a,b")
        .containsEntry("projection.dt.format", "yyyy-MM-dd");
    String template = parameters.get("storage.location.template");
    assertThat("s3://lake/" + key)
        .startsWith(
            template.replace("${program}", ExportShop.PROGRAM).replace("${dt}", DAY.toString()));
    assertThat(GlueTable.ALL).hasSize(ExportTable.values().length);
  }

  private static <T> List<T> read(ExportTable table, Class<T> type) throws IOException {
    return new CarpetReader<>(input(table), type)
        .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
        .toList();
  }

  private static FileSystemInputFile input(ExportTable table) {
    return new FileSystemInputFile(rows.files(table).getFirst().toFile());
  }
}
