package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.MessageState;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedbackEventsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void aProvidersEventBecomesFeedback(JsonNode example) {
    EventEnvelope event = event(example);
    if (example.has("error")) {
      assertThatThrownBy(() -> FeedbackEvents.read(event))
          .isInstanceOfSatisfying(
              CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
          .hasMessage(example.get("error").asText());
    } else {
      assertThat(FeedbackEvents.read(event)).isEqualTo(expected(example.path("expected")));
    }
  }

  @Test
  void everyEventOfTheCasesThatSaysSomethingIsOneThatTheBusRoutes() throws IOException {
    List<EventType> types = FeedbackEvents.types();

    assertThat(types).doesNotHaveDuplicates();
    for (JsonNode example : read()) {
      if (example.has("expected")) {
        assertThat(types).contains(EventType.of(event(example)));
      }
    }
  }

  @Test
  void onlyWhatIsForGoodClosesAChannel() {
    Set<FeedbackKind> closing = EnumSet.noneOf(FeedbackKind.class);
    for (FeedbackKind kind : FeedbackKind.values()) {
      kind.closing().ifPresent(_ -> closing.add(kind));
    }

    assertThat(closing)
        .containsExactlyInAnyOrder(
            FeedbackKind.BOUNCED_PERMANENTLY, FeedbackKind.COMPLAINED, FeedbackKind.OPTED_OUT);
  }

  @Test
  void everyKindResolvesAMessageOfWhichNobodyKnewWhetherItWentOut() {
    assertThat(FeedbackKind.values())
        .allMatch(kind -> kind.state().rank() > MessageState.UNKNOWN.rank());
  }

  private static Optional<Feedback> expected(JsonNode expected) {
    return expected.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Feedback(
                "C456",
                "m1",
                expected.get("channelType").asText(),
                FeedbackKind.valueOf(expected.get("kind").asText()),
                Instant.parse(expected.get("at").asText()),
                Optional.ofNullable(expected.get("detail")).map(JsonNode::asText),
                Optional.ofNullable(expected.get("reader"))
                    .map(
                        reader ->
                            new Reader(
                                Optional.ofNullable(reader.get("userAgent")).map(JsonNode::asText),
                                Optional.ofNullable(reader.get("link")).map(JsonNode::asText)))));
  }

  private static EventEnvelope event(JsonNode example) {
    return EventEnvelope.parse(
        """
        {"id": "e-1", "source": "%s", "detail-type": "%s", "time": "2026-02-02T02:02:02Z",
         "detail": %s}
        """
            .formatted(
                example.get("source").asText(),
                example.get("type").asText(),
                example.get("detail")));
  }

  static Stream<Named<JsonNode>> cases() throws IOException {
    return StreamSupport.stream(read().spliterator(), false)
        .map(example -> Named.of(example.get("name").asText(), example));
  }

  private static JsonNode read() throws IOException {
    try (InputStream file = FeedbackEventsTest.class.getResourceAsStream("feedback-cases.json")) {
      return new ObjectMapper().readTree(file);
    }
  }
}
