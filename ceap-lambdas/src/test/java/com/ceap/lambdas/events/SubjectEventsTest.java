package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.Programs;
import com.ceap.model.Attributes;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectEventsTest {
  private static final Instant NOW = Instant.parse("2026-01-18T16:45:01Z");
  private static final Instant AT = Instant.parse("2026-01-18T16:45:00Z");

  @Test
  void anEventOfAnyKindGivesCustomerSubjectAndAttributes() {
    SubjectEvent event =
        read(
            """
            {"customerId": "C1", "videoId": "V 7", "watchPercentage": 80, "Device Type": "tv",
             "rating": 4.5, "shared": true, "series": null,
             "tags": ["a", null, 1], "context": {"appVersion": "1.2", "none": null}}
            """);

    assertThat(event.customerId()).isEqualTo("C1");
    assertThat(event.subject()).isEqualTo(new Subject("video", "V 7"));
    assertThat(event.at()).isEqualTo(AT);
    assertThat(event.attributes())
        .isEqualTo(
            Attributes.of(
                Map.of(
                    "watch_percentage",
                    80L,
                    "device_type",
                    "tv",
                    "rating",
                    4.5,
                    "shared",
                    true,
                    "tags",
                    List.of("a", 1L),
                    "context",
                    Map.of("app_version", "1.2"))));
  }

  @Test
  void theTimestampOfTheDetailGoesBeforeTheTimeOfTheEvent() {
    assertThat(
            read("{\"customerId\": \"C\", \"videoId\": \"V\", \"timestamp\": \"2026-01-17T00:00:00Z\"}")
                .at())
        .isEqualTo(Instant.parse("2026-01-17T00:00:00Z"));
  }

  @Test
  void textLosesLineBreaksAndControlCharactersWhereverItStands() {
    SubjectEvent event =
        read(
            """
            {"customerId": "C", "videoId": "V", "title": "a\\r\\nBcc: b\\u0000",
             "cast": [{"name": "x\\ny"}]}
            """);

    assertThat(event.attributes().text("title")).contains("a Bcc: b");
    assertThat(event.attributes().find("cast")).contains(List.of(Map.of("name", "x y")));
  }

  @Test
  void aKnownKindIsHeldToItsSchemaAndEverythingIsNamedAtOnce() {
    EventEnvelope event =
        event("CartAbandoned", "{\"videoId\": 7, \"cartValue\": 0, \"big\": 1e999}");

    assertThatThrownBy(() -> new SubjectEvents(videos("")).read(event, NOW))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageContainingAll(
            "detail.customerId is missing",
            "detail.videoId must be an id of 1 to 200 characters without control characters, was 7",
            "detail.cartId is missing",
            "detail.cartValue must be a number from 0.01 to 999999, was 0",
            "detail.items is missing",
            "a number of detail must be at most 1.7e308");
  }

  @Test
  void aDetailThatNoItemCouldHoldIsRefusedWithoutRepeatingItsNames() {
    refused("\"Ada\": 1, \"ada\": 2", "each field of detail must be given once");
    refused("\"x\": {\"Ada\": 1, \"ada\": 2}", "each field of detail must be given once");
    refused("\"\": 1", "the name of a field of detail must be 1 to 64 letters");
    refused("\"Ada\": {\"***\": 1}", "the name of a field of detail must be 1 to 64");
    refused("\"" + "Ada".repeat(22) + "\": 1", "the name of a field of detail must be 1 to 64");
    refused("\"Ada\": " + "[".repeat(8) + "]".repeat(8), "must be nested at most 8 levels deep");
    String many = String.join(", ", Collections.nCopies(99, "\"Ada%d\": 1")).formatted(numbers(99));
    refused(many, "detail must be an object of at most 100 fields, was one of 101");
  }

  private static Object[] numbers(int count) {
    return IntStream.range(0, count).boxed().toArray();
  }

  @Test
  void anEventThatIsOlderThanItsCandidateWouldLiveComesTooLate() {
    String detail = "{\"customerId\": \"C\", \"videoId\": \"V\"}";
    SubjectEvents events = new SubjectEvents(videos(""));
    Duration life = Duration.ofDays(7);

    assertThat(events.read(event("Watched", detail), AT.plus(life).minusMillis(1))).isNotNull();
    assertThatThrownBy(() -> events.read(event("Watched", detail), AT.plus(life)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_LATE))
        .hasMessage(
            "event Watched happened at 2026-01-18T16:45:00Z; a candidate lives 7 days, so at"
                + " 2026-01-25T16:45:00Z it comes too late");
  }

  @Test
  void anEventFromTheFutureIsRefusedBeyondTheErrorOfClocks() {
    String detail = "{\"customerId\": \"C\", \"videoId\": \"V\"}";
    SubjectEvents events = new SubjectEvents(videos(""));
    Instant fiveMinutesBefore = AT.minus(Duration.ofMinutes(5));

    assertThat(events.read(event("Watched", detail), fiveMinutesBefore)).isNotNull();
    assertThatThrownBy(() -> events.read(event("Watched", detail), fiveMinutesBefore.minusNanos(1)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_FROM_FUTURE))
        .hasMessage(
            "event Watched happened at 2026-01-18T16:45:00Z, which is more than 5 minutes ahead of"
                + " 2026-01-18T16:39:59.999999999Z");
  }

  @Test
  void anEventIsRecognisedByTheFieldsOfTheKeyFormatAndNoOthers() {
    String format = "{customerId}:{videoId}:{season}:{programId}";
    String known = key(format, "C", "V", "\"season\": 1");

    assertThat(key(format, "C", "V", "\"season\": 1, \"rating\": 5")).isEqualTo(known);
    assertThat(key(format, "C", "V", "\"season\": 2")).isNotEqualTo(known);
    assertThat(key(format, "C:V", "1", "\"season\": \"p\"")).isNotEqualTo(known);
    assertThat(key(format, "C", "V:1", "\"season\": 1")).isNotEqualTo(known);
    assertThat(key("{subjectId}", "C", "V", "\"x\": 1"))
        .isEqualTo(key("{subjectId}", "D", "V", ""));
    assertThat(known).matches("[0-9a-f]{40}");
  }

  @Test
  void aFieldThatTheKeyFormatNamesMustBeThere() {
    assertThatThrownBy(() -> key("{season}{episode}", "C", "V", "\"season\": [1]"))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessage(
            "event Watched is invalid: detail.season must be text, a number or a flag, since"
                + " deduplication.keyFormat names it, was a list of 1; detail.episode is missing, it"
                + " must be text, a number or a flag, since deduplication.keyFormat names it");
  }

  @Test
  void withoutDeduplicationAnEventHasNoKey() {
    String off = "deduplication: {enabled: false, keyFormat: \"{season}\"}";
    EventEnvelope event = event("Watched", "{\"customerId\": \"C\", \"videoId\": \"V\"}");

    assertThat(new SubjectEvents(videos(off)).read(event, NOW).key()).isEmpty();
    assertThat(new SubjectEvents(videos("")).read(event, NOW).key()).isEmpty();
  }

  private static String key(String format, String customer, String video, String more) {
    String rest = more.isEmpty() ? "" : ", " + more;
    String detail =
        "{\"customerId\": \"%s\", \"videoId\": \"%s\"%s}".formatted(customer, video, rest);
    return new SubjectEvents(videos("deduplication: {keyFormat: \"" + format + "\"}"))
        .read(event("Watched", detail), NOW)
        .key()
        .orElseThrow();
  }

  private static void refused(String fields, String problem) {
    assertThatThrownBy(() -> read("{\"customerId\": \"C\", \"videoId\": \"V\", " + fields + "}"))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageContaining(problem)
        .hasMessageNotContaining("Ada")
        .hasMessageNotContaining("ada");
  }

  private static SubjectEvent read(String detail) {
    return new SubjectEvents(videos("")).read(event("Watched", detail), NOW);
  }

  private static EventEnvelope event(String detailType, String detail) {
    return EventEnvelope.parse(
        """
        {"id": "e-1", "detail-type": "%s", "source": "videos", "time": "2026-01-18T16:45:00Z",
         "detail": %s}
        """
            .formatted(detailType, detail));
  }

  private static Program videos(String more) {
    String yaml =
        """
        programId: p
        programName: Videos
        marketplaces: [US]
        subjectType: video
        eventSources:
          - sourceId: watched
            type: eventbridge
            config: {eventBusName: videos, eventPattern: {source: [videos]}}
        """;
    return Programs.read(yaml + more);
  }
}
