package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.bus.BusPrograms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** {@code ./ceap up} as a process that others meet. */
@Timeout(180)
final class UpE2ET {
  @TempDir private Path folder;
  private Path home;
  private Path data;

  @BeforeEach
  void makeHome() throws IOException {
    home = folder.resolve("home");
    data = folder.resolve("data");
    Path programs = Files.createDirectories(home.resolve("programs"));
    BusPrograms.listening(programs, "carts", true, "shop", "source: [\"ecommerce.cart\"]");
    Files.writeString(programs.resolve("broken.yaml"), "programId: 7\n");
  }

  @Test
  void itTakesEventsTellsHowItStandsAndEndsWhenItIsInterrupted() throws Exception {
    try (RunningPlatform platform = RunningPlatform.start(home, data, "--clock", "manual")) {
      assertThat(platform.said())
          .contains("CEAP runs on " + data, "  taking  carts")
          .anyMatch(line -> line.endsWith("PutEvents, buses default, shop"));
      try (EventBridgeClient client = platform.client()) {
        assertThat(client.putEvents(request -> request.entries(optOut("C1"), optOut("C2"))))
            .matches(response -> response.failedEntryCount() == 0);
      }

      JsonNode status = awaitDone(platform, 2);

      assertThat(status.path("clock").asText()).isEqualTo("manual");
      assertThat(status.path("events").path("accepted").asInt()).isEqualTo(2);
      assertThat(get(platform.events())).isEqualTo(get(platform.pages().resolve("/status")));
      assertThat(platform.interrupt())
          .contains(" manual | events 2 (0 for no program, 0 refused), waiting 0 |")
          .endsWith("| dead 0");
      assertThat(platform.exitValue()).isEqualTo(128 + 15);
    }
  }

  @Test
  void othersLeaveTheWorkToItAndMoveItsClock() throws Exception {
    try (RunningPlatform platform = RunningPlatform.start(home, data, "--clock", "manual")) {
      Path file = Files.writeString(folder.resolve("e.json"), OPT_OUT);

      CommandRun published = run("publish", file.toString());
      assertThat(published.out()).contains("1 accepted", "left to ./ceap up, process ");
      awaitDone(platform, 1);

      String before = status(platform).path("now").asText();
      CommandRun advanced = run("clock", "advance", "PT72H", "--json");
      assertThat(advanced.code()).isZero();
      assertThat(advanced.json().path("mode").asText()).isEqualTo("manual");
      assertThat(advanced.json().path("now").asText())
          .isEqualTo(advanced.json().path("target").asText());
      assertThat(status(platform).path("now").asText())
          .isEqualTo(advanced.json().path("now").asText())
          .isNotEqualTo(before);
    }
  }

  @Test
  void oneDataFolderIsRunByOneAtATime() throws Exception {
    try (RunningPlatform first = RunningPlatform.start(home, data)) {
      CommandRun second = run("up", "--port", "0", "--aws-port", "0");

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err())
          .contains("PLATFORM_RUNNING: the platform in " + data + " is being run by ./ceap up, ");
      first.kill();
    }
    RunningPlatform.start(home, data).close();
  }

  @Test
  void aPortInUseIsNamedWithTheOptionThatNamesAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run("up", "--port", "0", "--aws-port", port).err())
          .contains("port " + port + " is in use by another program; name another with --aws-port");
      assertThat(run("up", "--port", port).err()).contains("name another with --port");
      assertThat(run("up", "--port", "-1").code()).isEqualTo(2);
    }
  }

  private static final String OPT_OUT =
      """
      {"source": "ecommerce.customers", "detail-type": "CustomerOptedOut",\
       "detail": {"customerId": "C3", "channel": "email"}}
      """;

  private static PutEventsRequestEntry optOut(String customer) {
    return PutEventsRequestEntry.builder()
        .source("ecommerce.customers")
        .detailType("CustomerOptedOut")
        .detail("{\"customerId\": \"" + customer + "\", \"channel\": \"email\"}")
        .eventBusName("shop")
        .build();
  }

  private CommandRun run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    boolean nested = command.equals("clock");
    if (nested) {
      all.add(arguments[0]);
    }
    all.addAll(List.of("--data", data.toString()));
    all.addAll(List.of(arguments).subList(nested ? 1 : 0, arguments.length));
    return CommandRun.in(home, all.toArray(String[]::new));
  }

  /** Waits until so many events of the lifecycle are dealt with. */
  private static JsonNode awaitDone(RunningPlatform platform, int count) throws Exception {
    JsonNode status = status(platform);
    while (status.path("queues").path("lifecycle").path("done").asInt() < count) {
      LockSupport.parkNanos(10_000_000);
      status = status(platform);
    }
    return status;
  }

  private static JsonNode status(RunningPlatform platform) throws Exception {
    return new ObjectMapper().readTree(get(platform.pages().resolve("/status")));
  }

  private static String get(URI uri) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
