package com.ceap.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.campaign.MorningShop;
import com.ceap.storage.Campaign;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition of campaigns, executed with the functions' real handlers behind it. */
class CampaignWorkflowE2ET {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CUSTOMERS = 1_101;

  /** Five hundred messages go into a part. */
  private static final int PARTS = 3;

  /** One of the customers has no address. */
  private static final int MESSAGES = CUSTOMERS - 1;

  private static final int LIMIT = 256 * 1024;

  @TempDir static Path folder;
  private static Interpreter interpreter;

  @TempDir private Path data;
  private CampaignOffice office;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    interpreter = Interpreter.installed(folder);
  }

  @BeforeEach
  void open() throws IOException {
    MorningShop.make(data, CUSTOMERS);
    office = new CampaignOffice(data, interpreter);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatABatchHasStoredGoesOutPartByPart() throws Exception {
    JsonNode ended = office.run("whole", office.batchEnded("COMPLETE"));
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(office.bridge.calls)
        .containsExactlyInAnyOrder("Freeze", "SendPart", "SendPart", "SendPart");
    assertThat(office.campaign().parts()).isEqualTo(PARTS);
    assertThat(office.campaign().state()).isEqualTo(Campaign.State.COMPLETE);
    assertThat(office.mail.taken).hasSize(MESSAGES).doesNotHaveDuplicates();
    assertThat(ended.path("largestPayload").asLong()).isLessThan(LIMIT / 20);
  }

  @Test
  void aPartThatIsBroughtBeforeItsMomentWaitsForIt() throws Exception {
    office.now = MorningShop.TEN.minusSeconds(7);
    AtomicInteger brought = new AtomicInteger();
    office.bridge.watcher =
        function -> {
          if (function.equals("SendPart") && brought.incrementAndGet() > PARTS) {
            office.now = MorningShop.TEN;
          }
        };
    JsonNode ended = office.run("early", office.batchEnded("COMPLETE"));
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("waits"))
        .extracting(JsonNode::asInt)
        .filteredOn(seconds -> seconds == 7)
        .isNotEmpty();
    assertThat(office.mail.taken).hasSize(MESSAGES).doesNotHaveDuplicates();
  }

  @Test
  void aPartThatFailsIsTriedAgain() throws Exception {
    office.parts.refuse(2, 3);
    JsonNode ended = office.run("again", office.batchEnded("COMPLETE"));
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("retries")).hasSize(3);
    assertThat(office.parts.calls(2)).isEqualTo(4);
    assertThat(office.mail.taken).hasSize(MESSAGES).doesNotHaveDuplicates();
  }

  @Test
  void aPartThatFailsForGoodKeepsNoOtherAndIsSentByTheSameInputLater() throws Exception {
    office.parts.refuse(1, 9);
    JsonNode failed = office.run("left", office.batchEnded("COMPLETE"));
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.path("error").asText()).isEqualTo("PartsLeft");
    assertThat(failed.path("cause").asText()).contains("Start an execution with the same input");
    assertThat(office.parts.calls(1)).isEqualTo(9);
    assertThat(office.mail.taken)
        .hasSizeBetween(MESSAGES - 500, MESSAGES - 499)
        .doesNotHaveDuplicates();
    assertThat(office.campaign().state()).isNotEqualTo(Campaign.State.COMPLETE);
    JsonNode ended = office.run("rest", office.batchEnded("COMPLETE"));
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(office.mail.taken).hasSize(MESSAGES).doesNotHaveDuplicates();
    assertThat(office.campaign().state()).isEqualTo(Campaign.State.COMPLETE);
  }

  @Test
  void aDryRunAndAProgramThatIsSwitchedOffSendNothing() throws Exception {
    for (String state : new String[] {"DRY_RUN", "DISABLED"}) {
      JsonNode ended = office.run(state, office.batchEnded(state));
      assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    }
    assertThat(office.bridge.calls).isEmpty();
  }

  @Test
  void aRunThatIsNamedByHandIsSentToo() throws Exception {
    ObjectNode input = JSON.createObjectNode();
    input.set("run", JSON.readTree(office.batchEnded("COMPLETE").path("output").asText()));
    assertThat(office.run("by-hand", input).path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(office.mail.taken).hasSize(MESSAGES).doesNotHaveDuplicates();
  }
}
