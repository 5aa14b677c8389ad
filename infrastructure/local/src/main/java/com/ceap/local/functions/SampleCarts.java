package com.ceap.local.functions;

import com.ceap.lambdas.topology.QueueNames;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.MessageRepository;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Carts that some customers of a sample day have left, and what becomes of them.
 *
 * @param version of the program that they are for
 */
record SampleCarts(MessageRepository messages, String version, Instant now) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As many as a queue hands over at most. */
  private static final int CARTS = 10;

  private static final List<String> TYPES = List.of("email", "sms", "push");
  private static final Duration HOUR = Duration.ofHours(1);

  /** They are due for their first, second or third touch by turns. */
  List<String> left() {
    return IntStream.range(0, CARTS)
        .mapToObj(i -> SampleEvents.cartAbandoned(customer(i), "CART-" + i, leftAt(i)))
        .toList();
  }

  private static String customer(int cart) {
    return SampleShelves.customerId(3 + cart);
  }

  private Instant leftAt(int cart) {
    Duration until =
        switch (cart % 3) {
          case 1 -> Duration.ofDays(1);
          case 2 -> Duration.ofDays(3);
          default -> HOUR;
        };
    return now.minus(until).minusSeconds(60);
  }

  /** The touches of their journeys that are due, by channel, and some that are not. */
  List<String> touches() {
    List<String> events = new ArrayList<>();
    for (int kind = 0; kind < TYPES.size(); kind++) {
      int due = kind;
      events.add(
          SampleDay.queued(
              QueueNames.touches(TYPES.get(kind)),
              IntStream.range(0, CARTS)
                  .filter(cart -> cart % TYPES.size() == due)
                  .mapToObj(cart -> touch(cart, due + 1, leftAt(cart)))
                  .toList()));
    }
    Instant longAgo = now.minus(Duration.ofDays(30));
    List<String> others = List.of(touch(0, 2, longAgo), touch(CARTS, 2, now));
    events.add(SampleDay.queued(QueueNames.touches("sms"), others));
    return events;
  }

  private String touch(int cart, int number, Instant left) {
    return SampleEvents.touch(customer(cart), "CART-" + cart, number, version, left);
  }

  /** What becomes of messages and of carts, and something that is no event. */
  List<String> afterwards() {
    List<String> events = new ArrayList<>(List.of("no event"));
    events.add(cart("ecommerce.orders", "OrderPlaced", 0));
    events.add(cart("ecommerce.cart", "CartEmptied", 1));
    List.of("delivered", "opened", "clicked").forEach(kind -> feedback(events, 0, kind));
    feedback(events, 3, "bounced");
    feedback(events, 6, "complained");
    return events;
  }

  private String cart(String source, String type, int cart) {
    ObjectNode entry = JSON.createObjectNode().put("source", source).put("detail-type", type);
    ObjectNode detail = entry.putObject("detail").put("customerId", customer(cart));
    detail.put("cartId", "CART-" + cart).put("timestamp", now.toString());
    if (type.equals("OrderPlaced")) {
      detail.put("orderId", "ORDER-1").put("orderValue", 136.47).put("currency", "USD");
      detail.putArray("items").addObject().put("id", SampleShelves.productId(0));
    }
    return SampleEvents.event(entry, now);
  }

  private void feedback(List<String> events, int cart, String kind) {
    for (Message message : messages.ofCustomer(customer(cart))) {
      if (message.state() == MessageState.SENT) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("source", "ceap.feedback").put("detail-type", "MessageFeedback");
        ObjectNode detail = entry.putObject("detail").put("customerId", customer(cart));
        detail.put("messageId", message.messageId()).put("channelType", message.channelType());
        detail.put("kind", kind).put("timestamp", now.toString());
        events.add(SampleEvents.event(entry, now));
      }
    }
  }
}
