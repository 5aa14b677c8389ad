package com.ceap.local.cost;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.reactive.ReactivePlace;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.sample.AbandonedCart;
import com.ceap.local.sample.AbandonedCarts;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Counts what the decision about a left cart asks of the store. Touches wait in EventBridge
 * Scheduler, as on AWS, and take nothing of it.
 */
final class EventCount {
  static final String PROGRAM = "abandoned-cart-recovery";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SampleStore sample;
  private final ReactiveStage stage;
  private RequestUnits stored = RequestUnits.NONE;
  private RequestUnits rejected = RequestUnits.NONE;
  private long bytes;

  EventCount(SampleStore sample) {
    this.sample = sample;
    this.stage =
        new ReactivePlace(
                sample.registries(),
                new ScoringEnvironment(new CountedModels()),
                Stores.on(sample.tables(), SampleStore.CLOCK),
                (touch, channelType, at) -> {},
                PublishedPrograms.only(sample.program(PROGRAM)),
                _ -> percent -> "CART" + percent,
                SampleStore.CLOCK)
            .stage(PROGRAM);
  }

  /** Decides about carts of the sample shop's customers, one after the other. */
  EventCounts run(int events) {
    AbandonedCarts carts = new AbandonedCarts(sample.config());
    for (int i = 0; i < events; i++) {
      decide(i, event(i, carts.cart(i)));
    }
    long storedEvents = stage.report().stored();
    long others = events - storedEvents;
    return new EventCounts(
        storedEvents, others, mean(stored, storedEvents), mean(rejected, others), bytes / events);
  }

  private void decide(int number, String event) {
    RequestUnits before = total();
    long storedBefore = stage.report().stored();
    Disposition end =
        stage.handle(List.of(new QueueMessage("cart-" + number, event, 1))).getFirst();
    if (!end.equals(Disposition.DONE)) {
      throw new IllegalStateException("cart " + number + " was not decided: " + end);
    }
    RequestUnits units = total().minus(before);
    bytes += event.getBytes(StandardCharsets.UTF_8).length;
    if (stage.report().stored() > storedBefore) {
      stored = stored.plus(units);
    } else {
      rejected = rejected.plus(units);
    }
  }

  private RequestUnits total() {
    return sample.tables().counted().values().stream()
        .reduce(RequestUnits.NONE, RequestUnits::plus);
  }

  private static RequestUnits mean(RequestUnits sum, long events) {
    long count = Math.max(1, events);
    return new RequestUnits(sum.reads() / count, sum.writes() / count);
  }

  private static String event(int number, AbandonedCart cart) {
    String now = SampleStore.CLOCK.instant().toString();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", "cart-event-" + number);
    event.put("detail-type", "CartAbandoned");
    event.put("source", "ecommerce.cart");
    event.put("account", "123456789012");
    event.put("time", now);
    event.put("region", "us-east-1");
    event.putArray("resources");
    ObjectNode detail = event.putObject("detail");
    detail.put("customerId", cart.customerId());
    detail.put("cartId", "CART-" + number);
    detail.put("cartValue", cart.value());
    detail.put("currency", cart.currency());
    detail.put("itemCount", cart.items().size());
    detail.put("timestamp", now);
    addItems(detail.putArray("items"), cart);
    return event.toString();
  }

  private static void addItems(ArrayNode items, AbandonedCart cart) {
    for (AbandonedCart.Item item : cart.items()) {
      items
          .addObject()
          .put("id", item.productId())
          .put("name", item.name())
          .put("price", item.price());
    }
  }
}
