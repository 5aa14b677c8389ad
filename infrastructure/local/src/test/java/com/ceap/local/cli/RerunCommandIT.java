package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RerunCommandIT {
  private static final Path EXAMPLES = ProjectRoot.find().resolve("programs/examples");
  private static final String FILE = EXAMPLES.resolve("first-program.yaml").toString();
  private static final String TABLES = EXAMPLES.resolve("first-program").toString();

  @TempDir private Path folder;

  @Test
  void aRunGoesOnWithTheChunksThatAreMissing() throws IOException {
    String execution = run();
    Path written = folder.resolve("runs/first-program/" + execution);
    Files.delete(written.resolve("report/visits-0000.json"));
    Files.delete(written.resolve("stored/visits-0000.json"));

    CommandRun rerun = rerun(execution, "--program", FILE, "--json");

    assertThat(rerun.err()).isEmpty();
    assertThat(rerun.code()).isZero();
    assertThat(rerun.json().path("state").asText()).isEqualTo("COMPLETE");
    assertThat(rerun.json().path("executionId").asText()).isEqualTo(execution);
    assertThat(rerun.json().path("stored").asInt()).isEqualTo(4);
    assertThat(written.resolve("report/visits-0000.json")).exists();
  }

  @Test
  void whatIsWholeStaysAsItIs() throws JsonProcessingException {
    CommandRun rerun = rerun(run(), "--program", FILE, "--json");

    assertThat(rerun.json().path("state").asText()).isEqualTo("COMPLETE");
    assertThat(rerun.json().path("stored").asInt()).isEqualTo(4);
  }

  @Test
  void anUnknownRunIsWrongUsage() {
    CommandRun rerun = rerun("20260301T020000.000-2026-02-28");

    assertThat(rerun.code()).isEqualTo(2);
    assertThat(rerun.err())
        .contains("there is no run '20260301T020000.000-2026-02-28'; ids are the names of");
  }

  @Test
  void aRunOfAnotherVersionOfTheProgramIsNotGoneOnWith() throws IOException {
    String execution = run();
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(
        changed,
        Files.readString(Path.of(FILE)).replace("candidateTTLDays: 7", "candidateTTLDays: 8"));

    CommandRun rerun = rerun(execution, "--program", changed.toString());

    assertThat(rerun.code()).isEqualTo(1);
    assertThat(rerun.err())
        .startsWith(
            "ceap: RUN_CHANGED: run " + execution + " is of program first-program, version ")
        .contains("Run it anew: ceap run first-program --date 2026-03-01");
  }

  @Test
  void theHelpSaysWhatIsWorkedOn() {
    assertThat(CommandRun.of("rerun", "--help").out())
        .contains("--failed=EXECUTION", "Works on the chunks of a run that failed");
  }

  private String run() throws JsonProcessingException {
    CommandRun run =
        CommandRun.of(
            "run",
            FILE,
            "--warehouse",
            TABLES,
            "--date",
            "2026-03-01",
            "--data",
            folder.toString(),
            "--json");
    return run.json().path("executionId").asText();
  }

  private CommandRun rerun(String execution, String... more) {
    return CommandRun.of(
        CommandRun.with(
            List.of("rerun", "--failed", execution, "--warehouse", TABLES),
            (Object[]) CommandRun.with(List.of("--data", folder.toString()), (Object[]) more)));
  }
}
