package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.RunStamp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCommandsIT {
  @TempDir private Path folder;

  @Test
  void generatedTablesCanBeImported() throws IOException {
    Path shop = folder.resolve("shop");
    CommandRun generated =
        CommandRun.of(
            CommandRun.with(
                List.of("generate", "--interactions", "500", "--products", "20", "--json"),
                "--out",
                shop));

    assertThat(generated.code()).isZero();
    assertThat(generated.json().path("date").asText()).isEqualTo("2026-02-28");
    assertThat(generated.json().path("tables").path("products").asInt()).isEqualTo(20);
    CommandRun imported = importing("products", shop.resolve("products.parquet"), "--json");
    assertThat(imported.code()).isZero();
    assertThat(imported.json().path(0).path("imported").asInt()).isEqualTo(20);
  }

  @Test
  void theSampleShopIsWrittenAsCsvToo() {
    Path shop = folder.resolve("shop");

    CommandRun run =
        CommandRun.of(
            CommandRun.with(
                List.of("generate", "--interactions", "200", "--format", "csv"), "--out", shop));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("product_interactions").contains("written to " + shop);
    assertThat(shop.resolve("product_interactions.csv")).exists();
  }

  @Test
  void aShopWithoutCustomersIsWrongUsage() {
    CommandRun run =
        CommandRun.of(CommandRun.with(List.of("generate", "--customers", "0"), "--out", folder));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("ARGUMENT_INVALID", "at least 1 customers, not 0");
  }

  @Test
  void badRowsAreShownAndListedAndMakeTheImportFail() throws IOException {
    Path file = customers("C1,active", "C2,gone");

    CommandRun run = importing("customers", file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("1 of 2 rows imported into customers")
        .contains("customers.csv:3: 'status' is 'gone'; it should be active")
        .contains("1 bad rows are listed in " + folder.resolve("data/imports"));
  }

  @Test
  void anUnknownTableIsWrongUsage() throws IOException {
    CommandRun run = importing("custmers", customers("C1,active"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is no table 'custmers' to import; did you mean 'customers'? known are");
  }

  @Test
  void aFileWithoutTheColumnsFailsInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "customer,status\nC1,active\n");

    CommandRun run = importing("customers", file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("ceap: IMPORT_INVALID: ").contains("'customer_id'");
  }

  @Test
  void aCustomersCandidatesComeBestFirst() throws IOException {
    store();

    CommandRun run = candidates("--customer", "C1", "--json");

    assertThat(run.code()).isZero();
    JsonNode json = run.json();
    assertThat(json).hasSize(5);
    assertThat(json.path(0).path("score").asDouble()).isEqualTo(0.9);
    assertThat(json.path(0).path("subjectId").asText()).isEqualTo("P9");
    assertThat(candidates("--customer", "C1", "--limit", "2", "--json").json()).hasSize(2);
    assertThat(candidates("--customer", "C1", "--channel", "sms", "--json").json()).isEmpty();
    assertThat(candidates("--customer", "nobody").out()).contains("No candidates are stored");
  }

  @Test
  void theBestOfAProgramComeByChannelAndScore() throws IOException {
    store();

    CommandRun run =
        candidates("--program", "reco", "--channel", "email", "--min-score", "0.5", "--json");

    assertThat(run.json()).hasSize(5);
    assertThat(run.json())
        .extracting(c -> c.path("score").asDouble())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(candidates("--program", "reco", "--channel", "email", "--limit", "3").out().lines())
        .hasSize(4);
  }

  @Test
  void candidatesNeedToKnowWhose() {
    assertThat(candidates().err()).contains("Name a --customer, or a --program.");
    assertThat(candidates("--program", "reco").err()).contains("--program needs a --channel");
    assertThat(candidates("--customer", "C1", "--limit", "0").code()).isEqualTo(2);
    assertThat(candidates("--customer", "C1", "--min-score", "2").code()).isEqualTo(2);
    assertThat(candidates("--customer", "C1", "--store", "paper").err())
        .contains("there is no store 'paper'; known are embedded, dynamodb-local");
  }

  private CommandRun importing(String table, Path file, String... more) {
    return CommandRun.of(
        CommandRun.with(
            List.of("import", table, file.toString(), "--data", data().toString()),
            (Object[]) more));
  }

  private CommandRun candidates(String... more) {
    return CommandRun.of(
        CommandRun.with(List.of("candidates", "--data", data().toString()), (Object[]) more));
  }

  private Path customers(String... rows) throws IOException {
    return Files.writeString(
        folder.resolve("customers.csv"), "customer_id,status\n" + String.join("\n", rows) + "\n");
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Ten candidates of two customers, with scores 0.0 to 0.9. */
  private void store() {
    InstantSource clock = InstantSource.fixed(CommandRun.NOW);
    RunStamp run =
        new RunStamp("r1", LocalDate.of(2026, 2, 28), CommandRun.NOW, Duration.ofDays(7));
    try (LocalPlatform platform =
        LocalPlatform.open(data(), StoreKind.EMBEDDED, ProjectRoot.find(), clock)) {
      platform
          .stores()
          .candidates()
          .storeAll(run, IntStream.range(0, 10).mapToObj(DataCommandsIT::decision).toList());
    }
  }

  private static ScoredCandidate decision(int number) {
    Candidate candidate =
        new Candidate(
            new CandidateKey("C" + number % 2, "reco", "UK", new Subject("product", "P" + number)),
            Context.EMPTY,
            Attributes.EMPTY,
            List.of("email", "in-app"),
            CommandRun.NOW);
    return new ScoredCandidate(
        candidate, Attributes.EMPTY, List.of(), number / 10.0, OptionalInt.empty());
  }
}
