package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsCommandsIT {
  @TempDir private Path folder;

  @Test
  void theJobsOfTheProgramsAreListedWithTheirTimes() throws Exception {
    CommandRun run = ceap("jobs", "list", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json())
        .filteredOn(job -> job.path("job").asText().equals("batch"))
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.path("programId").asText()).isEqualTo("product-recommendations");
              assertThat(job.path("times").asText()).isEqualTo("cron(0 2 * * ? *)");
              assertThat(job.path("next").asText()).isEqualTo("2026-03-02T02:00:00Z");
              assertThat(job.has("last")).isFalse();
            });
    assertThat(ceap("jobs", "list").out()).contains("cart-expiry", "abandoned-cart-recovery");
  }

  @Test
  void anAdvancingClockDoesEverySlotOnce() throws Exception {
    ceap("clock", "manual");
    ceap("jobs", "list");

    String out = ceap("clock", "advance", "P1D").out();

    assertThat(out)
        .contains(
            "2026-03-02T02:00:00Z  batch",
            "skipped: there is no warehouse folder",
            "2026-03-02T10:00:00Z  cart-expiry",
            "0 carts are given up");
    assertThat(ceap("jobs", "list").out()).contains("2026-03-02T10:00:00Z  0 carts are given up");
    assertThat(ceap("clock", "advance", "PT1M").out()).doesNotContain("cart-expiry");
  }

  @Test
  void aSlotThatWasMissedIsMadeUpForOnce() throws Exception {
    ceap("clock", "manual");
    ceap("jobs", "list");
    ceap("clock", "advance", "PT1S");
    // Nobody works on the folder while time passes; later somebody does.
    ceap("clock", "system");
    CommandRun later = late("clock", "manual");
    assertThat(later.code()).isZero();

    String out = late("clock", "advance", "PT1S").out();

    assertThat(out.lines().filter(line -> line.contains("  batch  "))).hasSize(1);
    assertThat(out).contains("2026-03-04T02:00:00Z  batch");
    assertThat(late("clock", "advance", "PT1S").out()).doesNotContain("  batch  ");
  }

  @Test
  void aJobIsDoneAtOnceForOneProgramOrForAll() {
    CommandRun run = ceap("jobs", "run", "cart-expiry", "--program", "abandoned-cart-recovery");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("2026-03-01T10:00:00Z  cart-expiry", "0 carts are given up");
  }

  @Test
  void whatThereIsNotIsAnsweredWithWhatThereIs() {
    assertThat(ceap("jobs", "run", "nothing").err())
        .contains("ARGUMENT_INVALID: there is no job 'nothing'; known are batch, cart-expiry");
    assertThat(ceap("jobs", "run", "cart-expiry", "--program", "product-recommendations").err())
        .contains(
            "job cart-expiry is not done for program 'product-recommendations'; it is done for"
                + " abandoned-cart-recovery");
    assertThat(CommandRun.of("jobs").err()).contains("Name a command: list or run.");
  }

  private CommandRun ceap(String... arguments) {
    return CommandRun.of(with(arguments));
  }

  private CommandRun late(String... arguments) {
    return CommandRun.at(Instant.parse("2026-03-04T10:00:00Z"), with(arguments));
  }

  private String[] with(String... arguments) {
    return CommandRun.with(List.of(arguments), "--data", folder);
  }
}
