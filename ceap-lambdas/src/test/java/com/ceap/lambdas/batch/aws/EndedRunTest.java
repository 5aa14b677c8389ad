package com.ceap.lambdas.batch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.batch.BatchJson;
import com.ceap.lambdas.batch.RunState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the batch says at its end is what campaigns begin with. */
class EndedRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anEndedRunIsNamedAsFreezingWantsIt() throws IOException {
    JsonNode said =
        JSON.readTree(
            BatchJson.mapper()
                .writeValueAsBytes(
                    new RunFunctions.Ended(
                        "recs",
                        "v1",
                        "r1",
                        LocalDate.parse("2026-01-17"),
                        RunState.COMPLETE,
                        9,
                        8,
                        7,
                        6,
                        5,
                        4,
                        0)));

    assertThat(said.path("programId").asText()).isEqualTo("recs");
    assertThat(said.path("programVersion").asText()).isEqualTo("v1");
    assertThat(said.path("executionId").asText()).isEqualTo("r1");
    assertThat(said.path("businessDate").asText()).isEqualTo("2026-01-17");
    assertThat(said.path("state").asText()).isEqualTo(completeInTheDefinition());
  }

  private static String completeInTheDefinition() throws IOException {
    try (InputStream in =
        EndedRunTest.class.getResourceAsStream("/com/ceap/lambdas/topology/campaign.asl.json")) {
      return JSON.readTree(in).at("/States/IsComplete/Choices/0/StringEquals").asText();
    }
  }
}
