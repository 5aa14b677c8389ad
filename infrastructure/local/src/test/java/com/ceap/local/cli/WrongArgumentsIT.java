package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer mistypes is said in the words of the command, and leaves nothing behind. */
final class WrongArgumentsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report carts --day 2026-13-01 | '--day': it should be a day such as 2026-01-31, was '2026-13-01'
          run carts --date yesterday | '--date': it should be a day such as 2026-01-31, was 'yesterday'
          demo --carts many | '--carts': it should be a whole number such as 100, was 'many'
          bench serving --candidates 1e6 | '--candidates': it should be a whole number such as 100, was '1e6'
          query sales | There is no saved question 'sales'; --list shows them, or give a SELECT in quotes.
          """)
  void anArgumentIsNamedWithWhatWouldBeRight(String command, String problem) {
    CommandRun run = CommandRun.of(command.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(problem).doesNotContain("java.", "Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "report abandoned-cart-recovery",
    "explain carts --customer C1",
    "candidates --customer C1",
    "export",
    "dlq list",
    "dlq show X"
  })
  void whatOnlyReadsMakesNoDataFolder(String command) {
    Path data = folder.resolve("mistyped");

    CommandRun run = CommandRun.of((command + " --data " + data).split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no data folder " + data + "; `./ceap demo`");
    assertThat(data).doesNotExist();
  }

  @Test
  void aFileIsNoDataFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "x");

    CommandRun run = CommandRun.of("jobs", "list", "--data", file.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--data should name a folder; " + file + " is a file");
  }

  @Test
  void anEventFileThatIsNotThereIsToldBeforeAnythingIsMade() {
    Path data = folder.resolve("data");
    Path file = folder.resolve("events.json");

    CommandRun run = CommandRun.of("publish", file.toString(), "--data", data.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot read " + file + ": there is no such file");
    assertThat(data).doesNotExist();
  }

  @Test
  void anExportIsOfAProgramThatThereIsAndOfADayThatHasBegun() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));

    assertThat(CommandRun.of("export", "--data", data.toString(), "--program", "nosuch").err())
        .contains("there is no program 'nosuch'");
    assertThat(CommandRun.of("export", "--data", data.toString(), "--day", "2026-03-02").err())
        .contains("2026-03-02 lies in the future: by the platform's clock it is 2026-03-01");
    assertThat(data.resolve("exports")).doesNotExist();
  }

  @Test
  void aTokenIsSomebodysByName() {
    CommandRun run = CommandRun.of("token", "--data", folder.toString(), "--customer", " ");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--customer should name a customer, was blank");
  }

  @Test
  void aShopThatCannotBeWrittenIsToldWithTheOptionThatNamesAnotherPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    CommandRun run = CommandRun.of("generate", "--out", file.resolve("shop").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the folder cannot be made; name another with --out");
  }
}
