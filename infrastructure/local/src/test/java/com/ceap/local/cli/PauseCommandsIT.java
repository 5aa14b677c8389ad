package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PauseCommandsIT {
  private static final String CARTS = "abandoned-cart-recovery";

  @TempDir private Path data;

  @Test
  void aPausedProgramHoldsEveryChannelUntilItIsResumed() throws IOException {
    JsonNode paused = run("pause", CARTS, "--json").json();

    assertThat(paused.path("changed").asBoolean()).isTrue();
    assertThat(paused.path("programPaused").asBoolean()).isTrue();
    assertThat(held(paused)).containsExactly("email", "sms", "push");
    assertThat(held(run("resume", CARTS, "--json").json())).isEmpty();
  }

  @Test
  void aChannelIsPausedByItselfAndStaysSoWhenItsProgramIsResumed() throws IOException {
    assertThat(held(run("pause", CARTS, "--channel", "sms", "--json").json()))
        .containsExactly("sms");
    run("pause", CARTS);

    JsonNode resumed = run("resume", CARTS, "--json").json();

    assertThat(resumed.path("programPaused").asBoolean()).isFalse();
    assertThat(held(resumed)).containsExactly("sms");
  }

  @Test
  void whoAsksTwiceIsToldThatNothingHasChanged() {
    run("pause", CARTS, "--channel", "email");

    CommandRun again = run("pause", CARTS, "--channel", "email");

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .isEqualTo(
            """
            abandoned-cart-recovery, channel email: paused already, nothing has changed
              email        waits: it is paused
              sms          sends
              push         sends
            What is due waits, up to PT12H after its time (maxLateness); then it is suppressed.
            """);
    assertThat(run("resume", CARTS).out())
        .startsWith(CARTS + ", every channel: not paused already, nothing has changed\n");
  }

  @Test
  void whatStillHoldsAChannelIsSaid() {
    run("pause", CARTS);
    run("pause", CARTS, "--channel", "push");

    assertThat(run("resume", CARTS, "--channel", "push").out())
        .startsWith(CARTS + ", channel push: not paused\n")
        .contains("  push         waits: the program is paused\n");
  }

  @Test
  void anUnknownProgramOrChannelIsAnsweredWithTheKnownOnes() {
    CommandRun program = run("pause", "carts");
    CommandRun channel = run("resume", CARTS, "--channel", "fax");
    CommandRun pulled = run("pause", "product-recommendations", "--channel", "in-app");

    assertThat(program.code()).isEqualTo(2);
    assertThat(program.err())
        .contains("there is no program 'carts'", "product-recommendations", CARTS);
    assertThat(channel.code()).isEqualTo(2);
    assertThat(channel.err())
        .contains(
            "program abandoned-cart-recovery sends nothing on a channel 'fax'; it sends on email,"
                + " sms, push");
    assertThat(pulled.err())
        .contains("product-recommendations sends nothing on a channel 'in-app'; it sends on email");
  }

  private static List<String> held(JsonNode json) {
    return json.path("channels")
        .valueStream()
        .filter(channel -> channel.path("held").asBoolean())
        .map(channel -> channel.path("channelId").asText())
        .toList();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(CommandRun.with(List.of(arguments), "--data", data));
  }
}
