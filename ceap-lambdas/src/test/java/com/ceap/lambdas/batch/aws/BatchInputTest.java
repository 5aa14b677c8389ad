package com.ceap.lambdas.batch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.batch.BatchJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BatchInputTest {
  private static final Instant STARTED = Instant.parse("2026-11-21T02:00:07Z");

  @Test
  void aRunIsAboutTheDayBeforeItStarts() throws JsonProcessingException {
    assertThat(input("{\"programId\": \"p\"}").date(STARTED)).isEqualTo("2026-11-20");
  }

  @Test
  void aScheduledRunIsAboutTheDayBeforeItWasDueHoweverLateItStarts()
      throws JsonProcessingException {
    BatchInput input = input("{\"programId\": \"p\", \"scheduledTime\": \"2026-11-20T23:59:00Z\"}");
    assertThat(input.date(STARTED)).isEqualTo("2026-11-19");
  }

  @Test
  void aDateThatIsGivenStands() throws JsonProcessingException {
    BatchInput input = input("{\"programId\": \"p\", \"businessDate\": \"2026-01-31\"}");
    assertThat(input.date(STARTED)).isEqualTo(LocalDate.parse("2026-01-31"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> input("{}"))
        .hasMessageContaining("programId is missing; start the batch with {\"programId\": \"…\"}");
    assertThatThrownBy(() -> input("{\"programId\": \"p\", \"date\": \"2026-01-31\"}"))
        .hasMessageContaining("Unrecognized field \"date\"")
        .hasMessageContaining("\"businessDate\"");
    assertThatThrownBy(() -> input("{\"programId\": \"p\", \"businessDate\": \"yesterday\"}"))
        .hasMessageContaining("'yesterday' could not be parsed");
    assertThatThrownBy(() -> input("{\"programId\": \"p\", \"rerun\": \"e\", \"dryRun\": true}"))
        .hasMessageContaining(
            "rerun is 'e', and businessDate or dryRun is given too; a rerun keeps those of its run");
  }

  private static BatchInput input(String json) throws JsonProcessingException {
    return BatchJson.mapper().readValue(json, BatchInput.class);
  }
}
