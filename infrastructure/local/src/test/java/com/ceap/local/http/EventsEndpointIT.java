package com.ceap.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.local.bus.BusPrograms;
import com.ceap.local.bus.BusRules;
import com.ceap.local.bus.EventBus;
import com.ceap.local.clock.MovedClock;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.error.CeapException;
import com.ceap.storage.embedded.SqliteTables;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The AWS client puts events; what it never sends is sent by hand. */
final class EventsEndpointIT {
  private static final String QUEUE = "events-carts";
  private static final String PUT_EVENTS = "AWSEvents.PutEvents";

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock();
  private final AtomicInteger calls = new AtomicInteger();
  private SqliteTables tables;
  private DurableQueues queues;
  private LoopbackServer server;

  @BeforeEach
  void start() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    BusRules rules =
        BusRules.of(
            List.of(
                BusPrograms.listening(
                    folder, "carts", true, "shop", "source: [\"ecommerce.cart\"]")));
    EventsEndpoint endpoint =
        new EventsEndpoint(
            new EventBus(rules, queues, clock),
            calls::incrementAndGet,
            exchange -> Answer.json(200, "{\"status\":\"up\"}").send(exchange));
    server = LoopbackServer.bind(0, "--aws-port").serve("/", endpoint).start();
  }

  @AfterEach
  void stop() {
    server.close();
    tables.close();
  }

  @Test
  void theAwsClientPutsAnEvent() {
    PutEventsResponse response =
        put(
            entry("{\"customerId\":\"Zoë\"}")
                .time(Instant.parse("2026-03-01T09:59:58Z"))
                .resources("r1", "r2")
                .build());

    assertThat(response.failedEntryCount()).isZero();
    assertThat(response.entries()).singleElement().satisfies(EventsEndpointIT::isAccepted);
    EventEnvelope event = EventEnvelope.parse(queues.take(QUEUE, 1).getFirst().message().body());
    assertThat(event.id()).isEqualTo(response.entries().getFirst().eventId());
    assertThat(event.time()).isEqualTo(Instant.parse("2026-03-01T09:59:58Z"));
    assertThat(event.detail().path("customerId").asText()).isEqualTo("Zoë");
    assertThat(event.resources()).containsExactly("r1", "r2");
    assertThat(calls).hasValue(1);
  }

  @Test
  void theAwsClientIsToldWhichEntriesAreWrong() {
    PutEventsResponse response =
        put(
            entry("{}").build(),
            entry("no JSON").build(),
            PutEventsRequestEntry.builder().source("s").detail("{}").build(),
            entry("{}").eventBusName("other").build(),
            entry("{\"text\":\"" + "x".repeat(256 * 1024) + "\"}").build());

    assertThat(response.failedEntryCount()).isEqualTo(4);
    assertThat(response.entries())
        .extracting(PutEventsResultEntry::errorCode)
        .containsExactly(
            null,
            "MalformedDetail",
            "InvalidArgument",
            "ResourceNotFoundException",
            "InvalidArgument");
    assertThat(response.entries().get(2).errorMessage())
        .isEqualTo("Parameter DetailType is not valid. Reason: DetailType is a required argument.");
    assertThat(response.entries().get(3).errorMessage())
        .isEqualTo("Event bus other does not exist.");
    assertThat(queues.counts(QUEUE).sent()).isEqualTo(1);
    assertThat(new DeadLetters(tables).count()).isEqualTo(4);
  }

  @Test
  void tenLargestEntriesFitInOneCall() {
    PutEventsRequestEntry large = entry("{\"q\":\"" + "\\\"".repeat(131_000) + "\"}").build();

    PutEventsResponse response =
        put(Collections.nCopies(10, large).toArray(PutEventsRequestEntry[]::new));

    assertThat(response.entries()).hasSize(10).allSatisfy(EventsEndpointIT::isAccepted);
  }

  @Test
  void elevenEntriesAreTooMany() {
    PutEventsRequestEntry[] eleven =
        Collections.nCopies(11, entry("{}").build()).toArray(PutEventsRequestEntry[]::new);

    assertThatThrownBy(() -> put(eleven))
        .isInstanceOfSatisfying(
            EventBridgeException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "1 validation error detected: Value '[11 entries]' at 'entries' failed to"
                          + " satisfy constraint: Member must have length less than or equal to"
                          + " 10");
            });
    assertThat(calls).hasValue(0);
  }

  @Test
  void anotherCallOfTheAwsClientIsUnknown() {
    assertThatThrownBy(() -> client().listEventBuses(request -> {}))
        .isInstanceOfSatisfying(
            EventBridgeException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"))
        .hasMessageContaining("X-Amz-Target is 'AWSEvents.ListEventBuses'; known is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"Entries":                     | SerializationException | the body is no JSON; look at line 1
          []                              | SerializationException | the body must be a JSON object
          {} {}                           | SerializationException | the body is no JSON; look at line 1
          {}                              | ValidationException    | Value null at 'entries' failed to satisfy constraint: Member must not be null
          {"Entries": []}                 | ValidationException    | Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1
          {"Entries": "x"}                | SerializationException | Entries must be a list
          {"Entries": [7]}                | SerializationException | Entries[0] must be a JSON object
          {"Entries": [{"Source": 7}]}    | SerializationException | Entries[0].Source must be text
          {"Entries": [{"Detail": {}}]}   | SerializationException | Entries[0].Detail must be text
          {"Entries": [{"Time": "soon"}]} | SerializationException | Entries[0].Time must be epoch seconds, or a time such as 2026-03-01T10:00:00Z
          {"Entries": [{"Time": 1e999}]}  | SerializationException | Entries[0].Time must be epoch seconds
          {"Entries": [{"Resources": [1]}]} | SerializationException | Entries[0].Resources must be a list of text
          """)
  void aRequestThatIsNoneIsAnsweredInTheProtocolsForm(String body, String type, String message)
      throws Exception {
    HttpResponse<String> answer = post(PUT_EVENTS, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/x-amz-json-1.1");
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    assertThat(answer.body())
        .startsWith("{\"__type\":\"" + type + "\",\"message\":\"")
        .contains(message);
    assertThat(calls).hasValue(0);
  }

  @Test
  void aBodyBeyondAllBoundsIsNotRead() throws Exception {
    HttpResponse<String> answer = post(PUT_EVENTS, "x".repeat(AwsJson.MOST_BYTES + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("a request has at most 8388608 bytes");
  }

  @Test
  void withoutATargetNothingIsPut() throws Exception {
    assertThat(post("", "{}").body()).contains("UnknownOperationException");
  }

  @Test
  void otherMethodsAreAnsweredToo() throws Exception {
    assertThat(send(request().GET()).body()).isEqualTo("{\"status\":\"up\"}\n");
    assertThat(send(request().HEAD()).statusCode()).isEqualTo(200);
    assertThat(send(request().DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void whoeverAsksByAnotherNameIsTurnedAway() throws Exception {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void aStoreThatFailsIsAnErrorToTryAgainWithoutItsInnards() throws Exception {
    tables.close();

    HttpResponse<String> answer =
        post(
            PUT_EVENTS,
            "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"{}\"}]}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("\"__type\":\"InternalException\"", "the events were not taken: STORE_")
        .doesNotContain("sqlite", "\tat ");
  }

  @Test
  void aPortInUseIsSaidSo() {
    assertThatThrownBy(() -> LoopbackServer.bind(server.port(), "--aws-port"))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "port %d is in use by another program; name another with --aws-port"
                .formatted(server.port()));
    assertThatThrownBy(() -> LoopbackServer.bind(65_536, "--port"))
        .hasMessage("--port should be a port from 0 to 65535, was 65536");
  }

  @Test
  void nobodyElseOnTheNetworkIsAnswered() throws IOException {
    HttpURLConnection loopback =
        (HttpURLConnection) URI.create(server.url() + "/").toURL().openConnection();

    assertThat(loopback.getResponseCode()).isEqualTo(200);
    assertThat(server.url()).startsWith("http://127.0.0.1:");
  }

  private static void isAccepted(PutEventsResultEntry result) {
    assertThat(result.errorCode()).isNull();
    assertThat(result.eventId()).hasSize(36);
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    try (EventBridgeClient client = client()) {
      return client.putEvents(request -> request.entries(entries));
    }
  }

  private EventBridgeClient client() {
    return EventBridgeClient.builder()
        .endpointOverride(URI.create(server.url()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static PutEventsRequestEntry.Builder entry(String detail) {
    return PutEventsRequestEntry.builder()
        .source("ecommerce.cart")
        .detailType("CartAbandoned")
        .detail(detail)
        .eventBusName("shop");
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    HttpRequest.Builder request = request().POST(HttpRequest.BodyPublishers.ofString(body));
    return send(target.isEmpty() ? request : request.header("X-Amz-Target", target));
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(server.url() + "/"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
