package com.ceap.lambdas.lifecycle;

import com.ceap.model.CandidateKey;
import com.ceap.model.Identifiers;
import com.ceap.model.MessageState;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A random past: carts of two customers in two programs with the messages that went out, and the
 * events that happened to them. The same seed gives the same one.
 */
record World(List<Cart> carts, List<Sent> sent, List<String> events) {
  record Cart(CandidateKey key, Instant at, List<String> products) {}

  record Sent(CandidateKey key, int touch, String channel, MessageState state, Instant at) {}

  private static final List<String> CUSTOMERS = List.of("C1", "C2");
  private static final List<String> CHANNELS = List.of("email", "sms", "push");
  private static final ExitEvent MOVED = new ExitEvent("crm", "CustomerMoved", Optional.empty());

  static Program[] programs() {
    List<ExitEvent> more = new ArrayList<>(ExitEvent.OF_CARTS);
    more.add(MOVED);
    return new Program[] {Programs.carts("carts"), Programs.program("rescue", "cart", true, more)};
  }

  static World random(long seed) {
    Random random = new Random(seed);
    List<Cart> carts = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    for (String customer : CUSTOMERS) {
      for (int i = 0; i < 4; i++) {
        Cart cart = cart(random, customer, i);
        carts.add(cart);
        for (int touch = 1; touch <= random.nextInt(4); touch++) {
          sent.add(sent(random, cart, touch));
        }
      }
    }
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      events.add(event(random, i, carts, sent));
    }
    return new World(carts, sent, events);
  }

  private static Cart cart(Random random, String customer, int number) {
    String program = random.nextBoolean() ? "carts" : "rescue";
    // Two programs may pursue one cart.
    CandidateKey key = Shop.key(customer, program, "K" + random.nextInt(number + 1));
    return new Cart(key, time(random), products(random));
  }

  private static Sent sent(Random random, Cart cart, int touch) {
    MessageState[] states = {
      MessageState.SENT,
      MessageState.SENT,
      MessageState.UNKNOWN,
      MessageState.FAILED,
      MessageState.SUPPRESSED
    };
    MessageState state = states[random.nextInt(states.length)];
    Instant at = cart.at().plus(Duration.ofMinutes(random.nextInt(2000)));
    return new Sent(cart.key(), touch, CHANNELS.get(touch - 1), state, at);
  }

  private static String event(Random random, int number, List<Cart> carts, List<Sent> sent) {
    String customer = pick(random, CUSTOMERS);
    String cart = pick(random, carts).key().subject().id();
    // Each word of a customer has a time of its own, for of two at once none is the later.
    Instant said = Shop.NOON.plusSeconds(3600L * number + random.nextInt(3600));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          Published.order(
              customer,
              "O" + number,
              Shop.NOON.plus(Duration.ofHours(number * 5L)),
              "10",
              random.nextInt(3) == 0 ? "" : cart,
              random.nextBoolean() ? List.of() : products(random));
      case 3 -> Published.emptied(customer, cart, time(random));
      case 4 ->
          Published.optedOut(
              customer,
              pick(random, List.of("all", "carts")),
              pick(random, List.of("all", "email")),
              random.nextInt(3) > 0,
              said);
      case 5 ->
          Published.event(
              MOVED.source(), MOVED.detailType(), said, Published.detail(customer, said));
      default -> feedback(random, sent);
    };
  }

  private static String feedback(Random random, List<Sent> sent) {
    String kind =
        pick(
            random,
            List.of(
                "accepted",
                "delivered",
                "opened",
                "clicked",
                "bounced",
                "complained",
                "opted-out",
                "rejected"));
    Instant at = time(random);
    if (sent.isEmpty()) {
      return Published.feedback("C1", "unknown", "email", kind, at);
    }
    Sent one = pick(random, sent);
    String id = Identifiers.touchMessage(one.key(), one.channel(), one.touch());
    String customer = one.key().customerId();
    return random.nextInt(4) == 0
        ? Published.permanentBounce(customer, id, at)
        : Published.feedback(customer, id, one.channel(), kind, at);
  }

  private static List<String> products(Random random) {
    return List.of("P" + random.nextInt(4), "P" + random.nextInt(4));
  }

  private static Instant time(Random random) {
    return Shop.NOON.plus(Duration.ofMinutes(random.nextInt(4000)));
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The same world, in which several orders share an id, whatever else they say. */
  World withContradictoryOrders() {
    return new World(
        carts,
        sent,
        events.stream().map(event -> event.replaceAll("\"O(\\d)\\d*\"", "\"O$1\"")).toList());
  }

  void tellPast(Shop shop) {
    for (Cart cart : carts) {
      shop.candidate(cart.key(), cart.at(), cart.products().toArray(String[]::new));
    }
    for (Sent one : sent) {
      if (one.state() == MessageState.SUPPRESSED) {
        shop.record(one.key(), one.touch(), one.channel(), one.state(), one.at());
      } else {
        shop.message(one.key(), one.touch(), one.channel(), one.state(), one.at());
      }
    }
  }
}
