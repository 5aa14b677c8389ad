package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.campaign.MorningShop;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignCommandsIT {
  private static final Instant BEFORE_TEN = MorningShop.TEN.minus(Duration.ofHours(2));

  @TempDir private Path data;

  @BeforeEach
  void make() {
    MorningShop.make(data, 5);
  }

  private CommandRun at(Instant now, String... arguments) {
    return CommandRun.at(now, CommandRun.with(List.of(arguments), "--data", data));
  }

  private CommandRun campaign(Instant now, String... more) {
    return at(
        now,
        CommandRun.with(
            List.of("campaign", MorningShop.PROGRAM, "--channel", "email"), (Object[]) more));
  }

  @Test
  void aDryRunSaysWhatWouldGoOutAndShowsThreeMessages() throws Exception {
    CommandRun run = campaign(BEFORE_TEN, "--dry-run", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("messages").asInt()).isEqualTo(5);
    assertThat(json.path("candidates").asInt()).isEqualTo(10);
    assertThat(json.path("moments").path("2026-03-01T10:00:00Z").asInt()).isEqualTo(5);
    assertThat(json.path("counts").path("sent").asInt()).isEqualTo(4);
    assertThat(json.path("counts").path("suppressed").path("NO_ADDRESS").asInt()).isEqualTo(1);
    assertThat(json.path("previews")).hasSize(3);
    assertThat(json.path("previews").path(0).path("text").asText())
        .contains("Garden Chair  £19.90", "Reading Lamp", "You viewed this 4 times.", "RECO15");
    assertThat(at(BEFORE_TEN, "outbox", "list", "--json").json()).isEmpty();
    assertThat(campaign(BEFORE_TEN, "--dry-run").out())
        .contains(
            "dry run: nothing is written, nothing goes out",
            "5 messages about 10 candidates",
            "4 would go out",
            "1 suppressed: NO_ADDRESS",
            "Subject: Products you'll love - Picked just for you");
  }

  @Test
  void itIsFrozenNowAndGoesOutAtItsTimeAndOnce() throws Exception {
    assertThat(campaign(BEFORE_TEN).out()).contains(": FROZEN", "5 at 2026-03-01T10:00:00Z");
    assertThat(at(BEFORE_TEN, "outbox", "list", "--json").json()).isEmpty();
    JsonNode sent = campaign(MorningShop.TEN, "--json").json();
    assertThat(sent.path("state").asText()).isEqualTo("COMPLETE");
    assertThat(sent.path("counts").path("sent").asInt()).isEqualTo(4);
    assertThat(sent.path("templateVersion").asText()).matches("[0-9a-f]{12}");
    campaign(MorningShop.TEN);
    campaign(MorningShop.TEN, "--at", "now");
    assertThat(at(MorningShop.TEN, "outbox", "list", "--json").json()).hasSize(4);
  }

  @Test
  void theClockThatIsAdvancedSendsItByItself() throws Exception {
    at(BEFORE_TEN, "clock", "manual");
    campaign(BEFORE_TEN);
    CommandRun run = at(BEFORE_TEN, "clock", "advance", "PT3H");
    assertThat(run.out()).contains("4 sent, 1 suppressed");
    JsonNode messages = at(BEFORE_TEN, "outbox", "list", "--json").json();
    assertThat(messages).hasSize(4);
    assertThat(messages.path(0).path("at").asText()).isEqualTo("2026-03-01T10:00:00Z");
  }

  @Test
  void anotherTimeTakesThePlaceOfTheProgramsOwn() {
    campaign(BEFORE_TEN);
    assertThat(campaign(BEFORE_TEN, "--at", "12:30").out())
        .contains("email-at-1230", "5 at 2026-03-01T12:30:00Z");
    assertThat(campaign(BEFORE_TEN).out()).contains(": SUPERSEDED");
  }

  @Test
  void whatCannotBeIsSaidSo() {
    assertThat(at(BEFORE_TEN, "campaign", MorningShop.PROGRAM, "--channel", "in-app").err())
        .contains("program product-recommendations has no campaign on a channel 'in-app'; it has");
    assertThat(at(BEFORE_TEN, "campaign", "no-such", "--channel", "email").err())
        .contains("there is no program 'no-such'");
    assertThat(at(BEFORE_TEN, "campaign", "abandoned-cart-recovery", "--channel", "email").err())
        .contains("program abandoned-cart-recovery has no campaigns: it has no dataConnectors");
    assertThat(at(BEFORE_TEN, "campaign", "eshop-2008", "--channel", "email").err())
        .contains(
            "program eshop-2008 has no run that has completed; `./ceap run eshop-2008` makes one");
    assertThat(at(BEFORE_TEN, "run", "abandoned-cart-recovery").err())
        .contains(
            "program abandoned-cart-recovery has no dataConnectors, so there is nothing to run");
    assertThat(campaign(BEFORE_TEN, "--at", "10").err())
        .contains("a campaign goes out at a time of day from \"00:00\" to \"23:59\"");
  }

  @Test
  void aTestMessageGoesToWhoeverAskedAndUsesNothingUp() throws Exception {
    CommandRun run =
        at(
            BEFORE_TEN,
            "test-send",
            MorningShop.PROGRAM,
            "--channel",
            "email",
            "--to",
            "me@example.org",
            "--customer",
            "C2",
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("headers").path("To").asText()).isEqualTo("me@example.org");
    assertThat(json.path("text").asText()).contains("Hi Ann", "Garden Chair", "RECO15");
    assertThat(json.path("customerId").asText()).isEqualTo("test-recipient");
    assertThat(campaign(MorningShop.TEN, "--json").json().path("counts").path("sent").asInt())
        .isEqualTo(4);
    assertThat(
            at(
                    BEFORE_TEN,
                    "test-send",
                    MorningShop.PROGRAM,
                    "--channel",
                    "email",
                    "--to",
                    "me@example.org",
                    "--customer",
                    "Nobody")
                .err())
        .contains(
            "no candidate of program product-recommendations is stored for channel email and"
                + " customer Nobody");
  }
}
