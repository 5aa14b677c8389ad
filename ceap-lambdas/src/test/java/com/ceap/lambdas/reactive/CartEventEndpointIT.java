package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.lambdas.Programs;
import com.ceap.lambdas.journey.aws.EventBridgeScheduler;
import com.ceap.lambdas.journey.aws.ScheduleTarget;
import com.ceap.lambdas.queue.aws.SqsBatch;
import com.ceap.lambdas.queue.aws.SqsQueue;
import com.ceap.lambdas.queue.aws.Taken;
import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.model.program.EventSourceSpec;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Stores;
import com.ceap.storage.dynamodb.DynamoDbTables;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A cart that was left, from PutEvents over the rule with the program's pattern and its queue to
 * the table and the schedule, each an endpoint's.
 */
@OnAwsEndpoint
final class CartEventEndpointIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventSourceSpec SOURCE =
      Programs.read(CartShop.yaml()).eventSources().getFirst();

  private final String id = UUID.randomUUID().toString();
  private final String bus = SOURCE.eventBusName() + "-" + id;
  private final String group = "ceap-" + id;
  private final MovedClock clock = new MovedClock(ABANDONED.plusMillis(10));
  private AwsEndpoint endpoint;
  private EventBridgeClient events;
  private SchedulerClient schedules;
  private Taken queue;

  @BeforeEach
  void connect(AwsEndpoint place) throws JsonProcessingException {
    endpoint = place;
    events =
        place
            .called(EventBridgeClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    schedules =
        place
            .called(SchedulerClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    schedules.createScheduleGroup(request -> request.name(group));
    queue = new Taken(place, "events-" + id);
    addRule(JSON.writeValueAsString(SOURCE.eventPattern()));
  }

  private void addRule(String pattern) {
    events.createEventBus(request -> request.name(bus));
    events.putRule(request -> request.name("carts").eventBusName(bus).eventPattern(pattern));
    events.putTargets(
        request ->
            request
                .rule("carts")
                .eventBusName(bus)
                .targets(Target.builder().id("queue").arn(queue.arn()).build()));
  }

  @AfterEach
  void disconnect() {
    queue.close();
    schedules.deleteScheduleGroup(request -> request.name(group));
    schedules.close();
    events.close();
  }

  @Test
  void onlyCartsOfTheProgramsPatternReachItsQueue() throws JsonProcessingException {
    publish("ecommerce.cart", "CartAbandoned", detail("CART-1", "49.99"));
    publish("ecommerce.cart", "CartAbandoned", detail("CART-2", "50"));
    publish("ecommerce.cart", "CartEmptied", detail("CART-3", "150"));
    publish("somebody.else", "CartAbandoned", detail("CART-4", "150"));
    publish("ecommerce.cart", "CartAbandoned", detail("CART-5", "999999"));

    assertThat(queue.batch().getRecords())
        .extracting(record -> JSON.readTree(record.getBody()).at("/detail/cartId").asText())
        .containsExactly("CART-2", "CART-5");
  }

  @Test
  void aCartThatWasLeftEndsAsACandidateWithItsFirstTouchScheduled() throws JsonProcessingException {
    JsonNode event = JSON.readTree(CartShop.event());
    publish("ecommerce.cart", "CartAbandoned", event.get("detail").toString());
    SQSEvent batch = queue.batch();

    try (DynamoDbClient dynamoDb = dynamoDb()) {
      DynamoDbTables tables = DynamoDbTables.of(dynamoDb, id + "-", clock);
      CartShop shop = new CartShop(tables.createMissing(CeapTables.ALL), clock);
      SqsBatch worker = worker(shop);

      assertThat(worker.handle(batch).getBatchItemFailures()).isEmpty();
      assertThat(worker.handle(batch).getBatchItemFailures()).isEmpty();

      CandidateKey key =
          new CandidateKey(
              "C456", "abandoned-cart-recovery", "US", new Subject("cart", "CART-789"));
      assertThat(shop.stores().candidates().find(key).orElseThrow().decision().score())
          .isEqualTo(0.78);
    }
    assertThat(schedules.listSchedules(request -> request.groupName(group)).schedules())
        .extracting(ScheduleSummary::target)
        .extracting(target -> target.arn())
        .containsExactly("arn:aws:sqs:us-east-1:123456789012:touches-email");
  }

  private SqsBatch worker(CartShop shop) {
    Stores stores = shop.stores();
    EventBridgeScheduler scheduler =
        EventBridgeScheduler.of(
            endpoint.called(SchedulerClient.builder()),
            new ScheduleTarget(
                group,
                Map.of("email", "arn:aws:sqs:us-east-1:123456789012:touches-email"),
                "arn:aws:iam::123456789012:role/scheduler",
                "arn:aws:sqs:us-east-1:123456789012:touches-dlq"),
            clock);
    return SqsBatch.of(
        endpoint.called(SqsClient.builder()),
        new SqsQueue(queue.url(), queue.url()),
        shop.worker(stores, scheduler));
  }

  private DynamoDbClient dynamoDb() {
    return endpoint
        .called(DynamoDbClient.builder())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private void publish(String source, String detailType, String detail) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(source)
            .detailType(detailType)
            .detail(detail)
            .build();
    assertThat(events.putEvents(request -> request.entries(entry)).failedEntryCount()).isZero();
  }

  private static String detail(String cartId, String value) {
    return "{\"cartId\": \"%s\", \"cartValue\": %s}".formatted(cartId, value);
  }
}
