package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.CartShop;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** An abandoned cart, from the event to the order, on the platform as it is run. */
@Timeout(240)
final class CartJourneyE2ET {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static Path models;

  @BeforeAll
  static void train() {
    models = folder.resolve("models");
    CartShop.train(models);
  }

  @Test
  void aCartBecomesAnEmailAndATextMessageUntilTheCustomerBuys() throws Exception {
    Path data = folder.resolve("buys");
    CartShop.make(data, models, 2);
    try (RunningPlatform platform = RunningPlatform.start(data, "--clock", "manual");
        EventBridgeClient client = platform.client()) {
      put(client, "ecommerce.cart", "CartAbandoned", CartShop.cart("C0", "K1"));
      await(platform, status -> status.path("sinceStart").path("candidates").asInt(), 1);
      assertThat(outbox(data)).isEmpty();

      run(data, "clock", "advance", "PT59M59S");
      assertThat(outbox(data)).isEmpty();
      run(data, "clock", "advance", "PT1S");
      assertThat(outbox(data)).containsExactly("email");

      run(data, "clock", "advance", "PT23H");
      assertThat(outbox(data)).containsExactlyInAnyOrder("email", "sms");

      put(
          client,
          "ecommerce.orders",
          "OrderPlaced",
          """
          {"customerId": "C0", "orderId": "O1", "orderValue": 135.00, "cartId": "K1"}
          """);
      await(platform, status -> status.path("queues").path("lifecycle").path("done").asInt(), 1);
      run(data, "clock", "advance", "P10D");
      assertThat(outbox(data)).containsExactlyInAnyOrder("email", "sms");
      assertThat(platform.interrupt()).contains("candidates 1,", "sent 2, suppressed 1,", "dead 0");
    }
    try (LocalPlatform platform = CartShop.open(data)) {
      List<Message> messages = platform.stores().messages().ofCustomer("C0");
      assertThat(messages)
          .extracting(Message::channel, Message::state)
          .containsExactlyInAnyOrder(
              tuple("email", MessageState.SENT),
              tuple("sms", MessageState.CONVERTED),
              tuple("push", MessageState.SUPPRESSED));
    }
  }

  private static void put(EventBridgeClient client, String source, String type, String detail) {
    assertThat(
            client
                .putEvents(
                    request ->
                        request.entries(
                            PutEventsRequestEntry.builder()
                                .source(source)
                                .detailType(type)
                                .detail(detail)
                                .eventBusName("ecommerce-platform")
                                .build()))
                .failedEntryCount())
        .isZero();
  }

  private static CommandRun run(Path data, String command, String below, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, below, "--data", data.toString()));
    all.addAll(List.of(arguments));
    CommandRun run = CommandRun.in(ProjectRoot.find(), all.toArray(String[]::new));
    // A slow machine says meanwhile where the clock is.
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("the clock is at "));
    assertThat(run.code()).isZero();
    return run;
  }

  private static List<String> outbox(Path data) throws Exception {
    List<String> types = new ArrayList<>();
    run(data, "outbox", "list", "--json")
        .json()
        .forEach(entry -> types.add(entry.path("channelType").asText()));
    return types;
  }

  private static void await(RunningPlatform platform, ToIntFunction<JsonNode> count, int wanted)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(platform.events()).build();
      String body = "{}";
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (count.applyAsInt(new ObjectMapper().readTree(body)) < wanted) {
        assertThat(System.nanoTime()).as("waited in vain; now it is " + body).isLessThan(deadline);
        LockSupport.parkNanos(10_000_000);
        body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      }
    }
  }
}
