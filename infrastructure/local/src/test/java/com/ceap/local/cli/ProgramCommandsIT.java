package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramCommandsIT {
  @TempDir private Path folder;

  @Test
  void theProjectsProgramsAreValid() {
    CommandRun run = CommandRun.of("validate");

    assertThat(run.out()).contains("product-recommendations.yaml: valid").doesNotContain("problem");
    assertThat(run.code()).isZero();
  }

  @Test
  void everyProblemOfAFileIsListedWithItsLine() throws IOException {
    Path file = broken();

    CommandRun run = CommandRun.of("validate", file.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            file + ":2: marketplaces", file + ":3: progamName", "did you mean 'programName'?");
  }

  @Test
  void whatIsValidAndWillTurnCandidatesAwayAllTheSameIsNoted() throws IOException {
    Path programs = ProjectRoot.find().resolve("programs");
    assertThat(CommandRun.of("validate").out()).doesNotContain("note:");
    Path file = folder.resolve("abandoned-cart-recovery.yaml");
    copy(programs.resolve("templates"), folder.resolve("templates"));
    String carts = Files.readString(programs.resolve(file.getFileName()));
    Files.writeString(file, carts.replaceAll("(?s)\nreferenceRates:.*?\n\n", "\n\n"));

    CommandRun run = CommandRun.of("validate", file.toString());
    JsonNode json = CommandRun.of("validate", "--json", file.toString()).json();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "  note: program 'abandoned-cart-recovery': model '",
            "takes 'cart_value' in USD, and no rate is given for AUD (AU), BRL (BR), EUR (DE, FR)");
    assertThat(json.at("/valid").asBoolean()).isTrue();
    assertThat(json.at("/files/0/notes/0").asText()).startsWith("program 'abandoned-cart");
  }

  @Test
  void aTemplateThatDoesNotCompileOrNamesWhatNoMessageHasIsAProblemOfItsProgram()
      throws IOException {
    Path programs = ProjectRoot.find().resolve("programs");
    Path file = folder.resolve("product-recommendations.yaml");
    Files.copy(programs.resolve(file.getFileName()), file);
    copy(programs.resolve("templates"), folder.resolve("templates"));
    assertThat(CommandRun.of("validate", file.toString()).out()).contains(": valid");

    Path html = folder.resolve("templates/product-recommendations-v3/email.html.hbs");
    String good = Files.readString(html);
    Files.writeString(html, good.replace("{{texts.intro}}", "{{customerNam}}"));
    CommandRun unknown = CommandRun.of("validate", file.toString());
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.out()).contains("email.html.hbs:", "customerNam", "customerName");

    Files.writeString(html, good.replace("{{/each}}", ""));
    CommandRun open = CommandRun.of("validate", file.toString());
    assertThat(open.code()).isEqualTo(1);
    assertThat(open.out()).contains("email.html.hbs:");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  @Test
  void problemsComeAsJsonToo() throws IOException {
    CommandRun run = CommandRun.of("validate", "--json", broken().toString());

    assertThat(run.code()).isEqualTo(1);
    JsonNode json = run.json();
    assertThat(json.path("valid").asBoolean(true)).isFalse();
    JsonNode problems = json.path("files").path(0).path("problems");
    assertThat(problems).isNotEmpty();
    assertThat(problems)
        .anySatisfy(problem -> assertThat(problem.path("key").asText()).isEqualTo("progamName"));
  }

  @Test
  void aFileThatIsNotThereIsAProblemOfItsOwn() {
    CommandRun run = CommandRun.of("validate", folder.resolve("no.yaml").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("no.yaml: no such file");
  }

  @Test
  void aFolderIsValidatedWhole() throws IOException {
    broken();

    assertThat(CommandRun.of("validate", folder.toString()).code()).isEqualTo(1);
  }

  @Test
  void theCheckedInSchemaIsWhatTheCommandPrints() throws IOException {
    Path checkedIn = ProjectRoot.find().resolve("programs/schema/program.schema.json");

    CommandRun run = CommandRun.of("schema");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .as("programs/schema/program.schema.json; `./ceap schema --write` renews it")
        .isEqualTo(Files.readString(checkedIn));
  }

  @Test
  void theSchemaIsWrittenWhereAPersonWants() throws IOException {
    Path file = folder.resolve("new/own.json");

    CommandRun run = CommandRun.of("schema", "--out", file.toString());

    assertThat(run.code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(CommandRun.of("schema").out());
  }

  private Path broken() throws IOException {
    return Files.writeString(
        folder.resolve("broken.yaml"),
        """
        programId: broken
        marketplaces: [XX]
        progamName: Broken
        """);
  }
}
