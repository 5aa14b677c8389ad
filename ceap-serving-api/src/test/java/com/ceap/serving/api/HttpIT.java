package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the API behaves as an HTTP server. */
class HttpIT {
  private static final String C1 = "/v1/customers/C1/candidates";
  private final World world =
      new World(settings -> settings.withOrigins(Set.of("https://shop.example")));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aBrowserOfAKnownOriginMayReadAnswers() {
    ApiResponse answer = get(Map.of("Origin", "https://shop.example"));
    assertThat(answer.header("access-control-allow-origin")).contains("https://shop.example");
    assertThat(answer.header("vary")).contains("accept-encoding, origin");
    assertThat(get(Map.of("Origin", "https://evil.example")).headers())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void aBrowserMayAskBeforehandWithoutSayingWhoItIs() {
    Map<String, String> headers =
        Map.of("Origin", "https://shop.example", "Access-Control-Request-Method", "PUT");
    ApiResponse answer =
        world.api.handle(
            new ApiRequest(
                "OPTIONS", "/v1/customers/C1/consent", "", headers, new byte[0], Caller.ANONYMOUS));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("access-control-allow-methods")).contains("GET, PUT");
    assertThat(answer.header("access-control-allow-headers").orElseThrow())
        .contains("authorization", "idempotency-key");
    assertThat(answer.header("access-control-allow-origin")).contains("https://shop.example");
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    ApiResponse first = get(Map.of());
    String tag = first.header("etag").orElseThrow();
    ApiResponse again = get(Map.of("If-None-Match", "\"other\", " + tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("etag")).contains(tag);
    assertThat(get(Map.of("If-None-Match", tag.substring(2))).status()).isEqualTo(304);
    world.store(key("C1", "P2"), 0.5, "in-app");
    assertThat(get(Map.of("If-None-Match", tag)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip | true
          br, gzip;q=0.8 | true
          GZIP | true
          gzip;q=0 | false
          gzip;q=0.0 | false
          identity | false
          """)
  void aLargeAnswerIsCompressedForWhoeverTakesIt(String accepted, boolean compressed)
      throws IOException {
    for (int i = 0; i < 10; i++) {
      world.store(key("C1", "P" + i), 0.5, "in-app");
    }
    ApiResponse plain = get(Map.of());
    ApiResponse answer = get(Map.of("Accept-Encoding", accepted));
    assertThat(answer.header("content-encoding").isPresent()).isEqualTo(compressed);
    if (compressed) {
      assertThat(answer.body().length).isLessThan(plain.body().length / 2);
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.text());
      }
    }
    assertThat(answer.header("etag")).isEqualTo(plain.header("etag"));
  }

  @Test
  void aSmallAnswerIsNotCompressed() {
    assertThat(get(Map.of("Accept-Encoding", "gzip")).header("content-encoding")).isEmpty();
  }

  @Test
  void theRequestIdIsEchoedOrMade() {
    assertThat(get(Map.of("X-Request-Id", "abc-1")).header("x-request-id")).contains("abc-1");
    assertThat(get(Map.of()).header("x-request-id").orElseThrow()).hasSize(36);
    assertThat(get(Map.of("X-Request-Id", "a\nb")).header("x-request-id").orElseThrow())
        .hasSize(36);
    ApiResponse problem =
        world.send("GET", "/nowhere", SERVICE, Map.of("x-request-id", "abc-2"), "");
    assertThat(json(problem).get("requestId").asText()).isEqualTo("abc-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/v1",
        "/v1/customers/",
        "/v1/customers/C1/candidates/",
        "//health",
        "/%",
        "/V1/customers/C1"
      })
  void aPathThatIsNoneIsNotFound(String path) {
    ApiResponse answer = world.get(SERVICE, path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:problem-type:ceap:not-found");
  }

  @Test
  void aMethodThatThePathLacksIsRefusedWithThoseItHas() {
    ApiResponse answer = world.send("PATCH", "/v1/customers/C1/consent", SERVICE, Map.of(), "");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("GET, PUT");
    assertThat(json(answer).get("detail").asText()).isEqualTo("this path takes GET, PUT");
  }

  @Test
  void itSaysThatItAnswers() {
    ApiResponse answer = world.get(Caller.ANONYMOUS, "/health");
    assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(answer.header("x-content-type-options")).contains("nosniff");
  }

  @Test
  void aBugIsAProblemWithoutItsInsides() {
    World broken =
        new World(
            new TestClock(),
            settings -> settings,
            ports ->
                new ServingPorts(
                    ports.stores(),
                    ports.reference(),
                    id -> {
                      throw new IllegalStateException("secret of " + id);
                    },
                    ports.filters(),
                    ports.unsubscribes(),
                    ports.metrics(),
                    ports.clock()));
    try (broken) {
      ApiResponse answer = broken.get(SERVICE, "/svc/v1/programs/reco/channels/email/candidates");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).doesNotContain("secret");
      assertThat(broken.counters.count("failed")).isEqualTo(1);
    }
  }

  private ApiResponse get(Map<String, String> headers) {
    return world.send("GET", C1, customer("C1"), headers, "");
  }
}
