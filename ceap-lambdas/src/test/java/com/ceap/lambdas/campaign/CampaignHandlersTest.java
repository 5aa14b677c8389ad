package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.campaign.aws.FreezeHandler;
import com.ceap.lambdas.campaign.aws.SendPartHandler;
import com.ceap.storage.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The functions of campaigns as a state machine calls them. */
class CampaignHandlersTest {
  private static final Instant TEN = Instant.parse("2026-01-18T15:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN =
      """
      {"run": {"programId": "recs", "programVersion": "v1", "executionId": "r1",
        "businessDate": "2026-01-17", "startedAt": "2026-01-18T02:00:00Z", "dryRun": false}}
      """;

  private final CampaignRoom room = new CampaignRoom();
  private final FreezeHandler freeze = new FreezeHandler(room.programs, room.freezing);
  private final SendPartHandler send =
      new SendPartHandler(room.sending, () -> room.now, after -> room.now = room.now.plus(after));

  private static JsonNode call(RequestStreamHandler handler, String input, int millisLeft)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    handler.handleRequest(in, out, new TimeLeft(millisLeft));
    return JSON.readTree(out.toByteArray());
  }

  private void stored(Run.State state) {
    room.program();
    room.stores.runs().register(CampaignRoom.run("r1", state));
    room.customer("A", "America/New_York");
    room.customer("B", "Europe/Berlin");
    room.candidate("r1", "A", "P1", 0.9);
    room.candidate("r1", "B", "P1", 0.9);
  }

  @Test
  void whatFreezeAnswersIsWhatAMapSends() throws Exception {
    stored(Run.State.SUCCEEDED);
    JsonNode parts = call(freeze, RUN, 900_000).path("parts");
    assertThat(parts).hasSize(2);
    assertThat(parts.path(0).path("sendAt").asText()).isEqualTo("2026-01-18T09:00:00Z");
    assertThat(parts.path(1).path("sendAt").asText()).isEqualTo(TEN.toString());
    assertThat(call(freeze, RUN, 900_000).path("parts")).isEqualTo(parts);

    JsonNode early = call(send, parts.path(1).toString(), 900_000);
    assertThat(early.path("state").asText()).isEqualTo("WAITING");
    assertThat(early.path("waitSeconds").asLong())
        .isEqualTo(Duration.between(room.now, TEN).toSeconds());
    room.now = TEN;
    // The answer is the next input.
    assertThat(call(send, early.toString(), 900_000).path("state").asText()).isEqualTo("ENDED");
    assertThat(call(send, early.toString(), 900_000).path("state").asText()).isEqualTo("ENDED");
    assertThat(room.handedOver).extracting(PostalMessage::customerId).containsExactly("A");
  }

  @Test
  void shortWaitsAreTheFunctionsOwnAndLongOnesTheWorkflows() throws Exception {
    stored(Run.State.SUCCEEDED);
    String part = call(freeze, RUN, 900_000).path("parts").path(1).toString();
    room.now = TEN;
    int[] calls = {0};
    room.provider =
        message ->
            calls[0]++ < 3
                ? new Handover.Throttled(Duration.ofSeconds(2))
                : new Handover.Accepted("p");
    assertThat(call(send, part, 60_000).path("waitSeconds").asLong()).isEqualTo(2);
    assertThat(call(send, part, 900_000).path("state").asText()).isEqualTo("ENDED");
    assertThat(room.now).isEqualTo(TEN.plusSeconds(4));
  }

  @Test
  void aRunThatFailedHasNoPart() throws Exception {
    stored(Run.State.FAILED);
    assertThat(call(freeze, RUN, 900_000).path("parts")).isEmpty();
  }

  @Test
  void anInputThatIsNoRunAndAPartThatIsNoneAreNamed() {
    assertThatThrownBy(() -> call(freeze, "{}", 1))
        .hasMessageContaining("but 'programId' is missing or unreadable");
    assertThatThrownBy(() -> call(freeze, RUN, 1))
        .hasMessage("there is no run r1 of program recs for 2026-01-17");
    assertThatThrownBy(() -> call(send, "{\"part\": 1}", 1))
        .hasMessageStartingWith(
            "a part of a campaign needs programId, businessDate, runId, channel and part");
  }
}
