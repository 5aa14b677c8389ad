package com.ceap.serving.api;

import static com.ceap.serving.api.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.link.LinkKeys;
import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.link.Links;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.MessageEvent;
import com.ceap.storage.TrackedMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingIT {
  private static final Map<String, String> BROWSER =
      Map.of("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0");
  private static final String URL = "https://shop.example.com/p?a=1";
  private final Links links =
      new Links(
          URI.create("https://mail.example.com"),
          LinkKeys.parse("k=" + Base64.getEncoder().encodeToString(new byte[32])));
  private final TestClock clock = new TestClock();
  private final World world =
      new World(
          clock,
          settings -> settings,
          ports ->
              ServingPorts.of(
                  ports.stores(),
                  ports.programs(),
                  ports.filters(),
                  UnsubscribeTokens.of(links, clock),
                  new ServingCounters(),
                  clock));

  @BeforeEach
  void send() {
    Message message =
        new Message(
            "m1",
            key("C1", "P1"),
            "email",
            "email",
            0,
            MessageState.SENT,
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            "v1");
    world.stores.messages().record(message, clock.instant().plus(Duration.ofDays(30)));
    clock.advance(Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void thePictureSaysThatTheMessageWasOpened() {
    ApiResponse picture = get(new Open("C1", "reco", "m1"), BROWSER);

    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("content-type")).contains("image/gif");
    assertThat(picture.header("cache-control")).contains("no-store, private");
    assertThat(picture.body()).startsWith('G', 'I', 'F', '8', '9', 'a').hasSize(42);
    assertThat(message().opened()).isTrue();
    assertThat(message().message().state()).isEqualTo(MessageState.OPENED);
  }

  @Test
  void aPictureThatAMachineLoadsIsKeptAndCountsForNothing() {
    get(new Open("C1", "reco", "m1"), Map.of("user-agent", "Mozilla/5.0"));

    assertThat(message().trail().of(MessageEvent.OPENED_BY_MACHINE)).isPresent();
    assertThat(message().opened()).isFalse();
    assertThat(message().message().state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aLinkLeadsToWhereItWasSignedFor() {
    ApiResponse answer = get(new Click("C1", "reco", "m1", URL), BROWSER);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).contains(URL);
    assertThat(answer.header("referrer-policy")).contains("no-referrer");
    assertThat(message().clicked()).isTrue();
    assertThat(message().message().state()).isEqualTo(MessageState.CLICKED);
  }

  @Test
  void whoeverAsksOnlyForTheHeadIsAScanner() {
    ApiResponse answer = ask("HEAD", new Click("C1", "reco", "m1", URL), BROWSER);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(message().trail().of(MessageEvent.SCANNED)).isPresent();
    assertThat(message().clicked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/p/https:%2F%2Fevil.example",
        "/p/k.AAAA",
        "/o/k.AAAA",
        "/p/x.y?url=https://e.vil"
      })
  void thereIsNoRedirectToAnythingThatWasNotSigned(String path) {
    String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;

    ApiResponse answer = world.send("GET", bare, Caller.ANONYMOUS, BROWSER, "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("location")).isEmpty();
  }

  @Test
  void aTokenServesNoOtherPurpose() {
    String open = path(new Open("C1", "reco", "m1")).replace("/o/", "/p/");
    String wayOut = path(new Unsubscribe("C1", "reco", "email")).replace("/u/", "/o/");

    assertThat(world.send("GET", open, Caller.ANONYMOUS, BROWSER, "").status()).isEqualTo(404);
    assertThat(world.send("GET", wayOut, Caller.ANONYMOUS, BROWSER, "").status()).isEqualTo(404);
  }

  @Test
  void aMessageThatNobodyKnowsAnyMoreStillShowsAndLeads() {
    assertThat(get(new Open("C9", "reco", "gone"), BROWSER).status()).isEqualTo(200);
    assertThat(get(new Click("C9", "reco", "gone", URL), BROWSER).status()).isEqualTo(302);
    assertThat(world.stores.messages().tracked("C9", "gone")).isEmpty();
  }

  @Test
  void onlyAPostOfTheWayOutOptsOutAndIsKeptWithItsMessage() {
    LinkTarget wayOut = new Unsubscribe("C1", "reco", "email", Optional.of("m1"));

    get(wayOut, Map.of("user-agent", "Barracuda", "accept", "text/html"));
    assertThat(world.stores.ledgers().find("C1").optedOut("reco", "email")).isFalse();
    assertThat(message().trail().of(MessageEvent.UNSUBSCRIBED)).isEmpty();
    ask("POST", wayOut, BROWSER);

    assertThat(world.stores.ledgers().find("C1").optedOut("reco", "email")).isTrue();
    assertThat(message().trail().of(MessageEvent.UNSUBSCRIBED)).isPresent();
  }

  private TrackedMessage message() {
    return world.stores.messages().tracked("C1", "m1").orElseThrow();
  }

  private String path(LinkTarget target) {
    return URI.create(links.url(target)).getRawPath();
  }

  private ApiResponse get(LinkTarget target, Map<String, String> headers) {
    return ask("GET", target, headers);
  }

  private ApiResponse ask(String method, LinkTarget target, Map<String, String> headers) {
    return world.send(method, path(target), Caller.ANONYMOUS, headers, "");
  }
}
