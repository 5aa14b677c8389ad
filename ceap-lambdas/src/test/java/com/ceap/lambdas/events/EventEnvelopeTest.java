package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {
  private static final String EVENT =
      """
      {"version": "0", "id": "e-1", "detail-type": "CartAbandoned", "source": "ecommerce.cart",
       "account": "123456789012", "time": "2026-01-18T16:45:00Z", "region": "eu-central-1",
       "resources": ["arn:cart"], "detail": {"customerId": "C456"}}
      """;

  @Test
  void anEventIsReadAsEventBridgeSendsIt() {
    EventEnvelope event = EventEnvelope.parse(EVENT);

    assertThat(event.id()).isEqualTo("e-1");
    assertThat(event.source()).isEqualTo("ecommerce.cart");
    assertThat(event.detailType()).isEqualTo("CartAbandoned");
    assertThat(event.time()).isEqualTo(Instant.parse("2026-01-18T16:45:00Z"));
    assertThat(event.account()).isEqualTo("123456789012");
    assertThat(event.region()).isEqualTo("eu-central-1");
    assertThat(event.resources()).containsExactly("arn:cart");
    assertThat(event.detail().path("customerId").asText()).isEqualTo("C456");
    assertThat(event.toString()).isEqualTo("EventEnvelope[CartAbandoned]");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    assertThatThrownBy(
            () -> EventEnvelope.parse("{\"source\": 7, \"time\": \"yesterday\", \"detail\": []}"))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageContainingAll(
            "id is missing",
            "source must be an id of 1 to 200 characters without control characters, was 7",
            "detail-type is missing",
            "time must be a time such as \"2026-01-18T16:45:00Z\", was text of 9 characters",
            "detail must be an object, was a list of 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{\"id\": ",
        "{} {}",
        "{\"detail\": {\"customerId\": \"Ada\", \"customerId\": \"Eve\"}}",
        "{\"customerId\": \"Ada\" oops"
      })
  void whatIsNoObjectIsRefusedWithoutQuotingIt(String body) {
    assertThatThrownBy(() -> EventEnvelope.parse(body))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageStartingWith("event of the bus is invalid: ")
        .hasMessageNotContaining("Ada")
        .hasNoCause();
  }

  @Test
  void anEventBeyondTheLimitIsRefusedBySizeInBytes() {
    String body = EVENT.replace("C456", "ü".repeat(EventEnvelope.MAX_BYTES / 2));

    assertThatThrownBy(() -> EventEnvelope.parse(body))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_TOO_LARGE))
        .hasMessage("an event has at most 266240 bytes, this has 266474");
  }

  @Test
  void thePublishedSchemaOfTheFrameSaysTheSame() {
    EventSchemas.assertAgrees("event", EVENT, event -> EventEnvelope.parse(event.toString()));
  }
}
