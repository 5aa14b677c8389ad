package com.ceap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.topology.Artifact;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.CeapTables;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Item;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The export as it is packed: what a stream tells goes through one function into objects, and
 * through the other into Parquet, which a reader finds that shares nothing with the writer.
 */
class PackedExportIT {
  private static final String CHANGES = "com.ceap.lambdas.changes.aws.ChangesHandler";
  private static final String EXPORT = "com.ceap.lambdas.export.aws.ExportHandler";
  private static final String RETRAIN = "com.ceap.lambdas.retrain.aws.RetrainHandler";
  private static final String PROGRAM = "product-recommendations";
  private static final String DUE = "{\"job\": \"export\"}";

  @TempDir private Path folder;
  private PackedFunctions functions;

  /** A row of the exported candidates, some columns of it. */
  record Row(String customerId, String subjectId, double score, Map<String, String> features) {}

  @BeforeEach
  void unpack() {
    functions = new PackedFunctions(folder);
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void aDayThatStreamsHaveToldIsExportedAsParquet() throws IOException {
    Instant now = InstantSource.system().instant();
    // Whichever day it is about when midnight passes meanwhile.
    tell(now.minus(Duration.ofDays(2)), 2, 100);
    tell(now.minus(Duration.ofDays(1)), 3, 200);

    LocalDate day = exported("4096");

    String found = "exports/candidates/program=%s/dt=%s/".formatted(PROGRAM, day);
    boolean yesterday = day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
    int rows = yesterday ? 3 : 2;
    assertThat(functions.objects()).as(functions.written()).containsKey(found + "_manifest.json");
    assertThat(rows(functions.objects().get(found + "part-00000.parquet")))
        .containsExactlyElementsOf(
            IntStream.range(0, rows)
                .mapToObj(i -> new Row("C" + i, "P" + i, 0.5, Map.of("view_count", "7")))
                .toList());
    assertThat(functions.written())
        .contains("\"DaysExported\"")
        .contains("\"RowsExported\":" + rows + ".0")
        .doesNotContain("\"C1\"");
    assertThat(functions.calls()).contains("dynamodb:PutItem", "s3:ListBucket", "s3:PutObject");
  }

  @Test
  void aDayWithoutChangesIsExportedAndSaysSo() throws IOException {
    var _ = exported("4096");

    assertThat(functions.objects().keySet())
        .filteredOn(key -> key.startsWith("exports/"))
        .containsExactly("exports/_exported-until.txt");
    assertThat(functions.written()).contains("\"DaysExported\"", "\"RowsExported\":0");
  }

  @Test
  void theModelsThatProgramsAskAreListedForTraining() {
    try (FunctionProcess retrain = functions.start(Artifact.EXPORT, RETRAIN, false)) {
      var _ = retrain.ready();

      String answer =
          retrain
              .answer("r-1", "{\"step\": \"models\", \"begun\": \"2026-11-22T03:00:09Z\"}")
              .json();

      assertThat(answer)
          .contains("\"slot\":\"2026-11-22T03:00:00Z\"")
          .contains("purchase-intent-v4", "purchase-intent-v5", "product-affinity-v3");
    }
  }

  private LocalDate exported(String memoryMb) throws IOException {
    Map<String, String> variables = new HashMap<>(functions.variables());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memoryMb);
    try (FunctionProcess export = functions.start(Artifact.EXPORT, EXPORT, variables, false)) {
      var _ = export.ready();
      JsonNode answer = new ObjectMapper().readTree(export.answer("r-1", DUE).json());
      Instant slot = Instant.parse(answer.path("slot").asText());
      LocalDate day = LocalDate.ofInstant(slot, ZoneOffset.UTC).minusDays(1);
      assertThat(answer.path("result").asText()).startsWith(day + ": ");
      return day;
    }
  }

  /** Has the function behind the table's stream keep a day's decisions. */
  private void tell(Instant at, int decisions, int sequence) {
    String event = StreamEvents.written("ceap-local-", stored(at, decisions), at, sequence);
    try (FunctionProcess changes = functions.start(Artifact.LAMBDAS, CHANGES, false)) {
      var _ = changes.ready();
      assertThat(changes.answer("r-1", event).json()).isEqualTo("{\"batchItemFailures\":[]}");
    }
  }

  /** As the platform writes them into its table. */
  private List<Item> stored(Instant at, int decisions) {
    List<Item> items = new ArrayList<>();
    try (SqliteTables tables = SqliteTables.open(folder.resolve(at + ".db"), () -> at)) {
      Stores.on(tables, () -> at)
          .candidates()
          .storeAll(
              new RunStamp(
                  "run-1", LocalDate.ofInstant(at, ZoneOffset.UTC), at, Duration.ofDays(7)),
              IntStream.range(0, decisions).mapToObj(i -> decision(i, at)).toList());
      tables
          .changes()
          .forEach(CeapTables.CANDIDATES, at.minusSeconds(60), at.plusSeconds(60), items::add);
    }
    return items;
  }

  private static ScoredCandidate decision(int i, Instant at) {
    CandidateKey key = new CandidateKey("C" + i, PROGRAM, "US", new Subject("product", "P" + i));
    Candidate candidate =
        new Candidate(key, new Context(Map.of()), Attributes.EMPTY, List.of("email"), at);
    List<Score> scores =
        List.of(new Score("intent", 0.5, OptionalInt.empty(), Score.Origin.MODEL, at));
    return new ScoredCandidate(
        candidate, Attributes.of(Map.of("view_count", 7L)), scores, 0.5, OptionalInt.empty());
  }

  private List<Row> rows(byte[] parquet) throws IOException {
    Path file = Files.write(folder.resolve("found.parquet"), parquet);
    return new CarpetReader<>(file.toFile(), Row.class)
        .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
        .toList();
  }
}
