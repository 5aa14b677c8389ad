package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.engine.EngineLock;
import com.ceap.local.platform.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandE2ET {
  @TempDir private Path data;

  @Test
  void theDemoGoesOnFromTheBatchToTheCarts() throws IOException {
    JsonNode json = run("--carts", "40", "--json").json();

    assertThat(json.path("state").asText()).isEqualTo("COMPLETE");
    JsonNode carts = json.path("carts");
    assertThat(carts.path("carts").asInt()).isEqualTo(40);
    assertThat(carts.path("events").path("candidates").asInt()).isPositive();
    assertThat(carts.path("touches")).hasSize(3);
    assertThat(carts.path("touches").path(0).path("sent").asInt()).isPositive();
    String customer = theTextShowsTheTableAndAnExample();
    CommandRun explained = command("explain", "abandoned-cart-recovery", "--customer", customer);
    assertThat(explained.out()).contains("  passed    inventory\n", "  touch 1   email  ");
    assertThat(command("clock").out()).contains("manual");
  }

  /** Answers whom it proposes to explain. */
  private String theTextShowsTheTableAndAnExample() {
    CommandRun run = run("--carts", "40");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\n6. 40 carts are left, and 74 hours pass (")
        .contains("  1  email  after 1 h", "  3  push   after 72 h", "  revenue ")
        .containsPattern("outbox/../[0-9a-f]{40}/preview.html");
    String proposal = "./ceap explain abandoned-cart-recovery --customer ";
    return run.out()
        .lines()
        .filter(line -> line.contains(proposal))
        .map(line -> line.substring(line.indexOf(proposal) + proposal.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whereThePlatformRunsTheDemoLeavesItAlone() {
    Path lock = new DataFolder(data).engineLock();
    try (EngineLock _ = EngineLock.take(lock, "./ceap up")) {
      CommandRun run = run();

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("PLATFORM_RUNNING", "./ceap up");
    }
  }

  @Test
  void aNumberOfCartsThatIsNoneIsWrongUsage() {
    assertThat(run("--carts", "-1").err()).contains("--carts should be 0 to 100000, was -1.");
  }

  private CommandRun run(Object... more) {
    return CommandRun.of(
        CommandRun.with(
            List.of("demo", "--interactions", "3000", "--data", data.toString()), more));
  }

  private CommandRun command(String... arguments) {
    return CommandRun.of(CommandRun.with(List.of(arguments), "--data", data));
  }
}
