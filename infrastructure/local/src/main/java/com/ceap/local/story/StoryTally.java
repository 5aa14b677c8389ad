package com.ceap.local.story;

import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Rejection;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what the store has of the story's carts. */
record StoryTally(List<StoryRecords> carts) {
  StoryTally {
    carts = List.copyOf(carts);
  }

  static StoryTally of(List<StoryCart> carts, Function<StoryCart, StoryRecords> read) {
    return new StoryTally(carts.stream().map(read).toList());
  }

  long candidates() {
    return journeys().size();
  }

  /** The carts that have become candidates. */
  List<StoryCart> journeys() {
    return carts.stream()
        .filter(records -> records.candidate().isPresent())
        .map(StoryRecords::cart)
        .toList();
  }

  /** By filter and reason. */
  SortedMap<String, Long> rejected() {
    return counts(
        carts.stream()
            .flatMap(cart -> cart.rejected().stream())
            .map(event -> name(event.rejection())));
  }

  private static String name(Rejection rejection) {
    return rejection.filterId() + " " + rejection.reasonCode();
  }

  TouchFigures touch(Touch touch) {
    List<Message> messages =
        carts.stream().flatMap(cart -> cart.message(touch.number()).stream()).toList();
    return new TouchFigures(
        touch.number(),
        touch.channel().channelId(),
        touch.delay(),
        messages.stream().map(Message::state).filter(StoryTally::sent).count(),
        counts(
            messages.stream()
                .filter(message -> message.state() == MessageState.SUPPRESSED)
                .map(message -> message.reason().orElse("?"))),
        messages.stream().filter(StoryTally::failed).count(),
        sales(order -> isBy(order, touch.number())));
  }

  private static boolean isBy(Conversion order, int touch) {
    return order
        .by()
        .flatMap(Attribution::message)
        .filter(message -> message.touch() == touch)
        .isPresent();
  }

  /** Whether the customer has, or in shadow mode would have, got it. */
  static boolean sent(MessageState state) {
    return switch (state) {
      case SHADOWED, SENT, BOUNCED, DELIVERED, OPENED, CLICKED, CONVERTED, COMPLAINED -> true;
      case SUPPRESSED, FAILED, UNKNOWN -> false;
    };
  }

  private static boolean failed(Message message) {
    return message.state() == MessageState.FAILED || message.state() == MessageState.UNKNOWN;
  }

  /** Orders that no message is credited with. */
  Sales unprompted() {
    return sales(order -> order.by().flatMap(Attribution::message).isEmpty());
  }

  private Sales sales(Predicate<Conversion> which) {
    return Sales.sum(
        carts.stream()
            .flatMap(cart -> cart.conversion().stream())
            .filter(which)
            .map(order -> Sales.of(order.currency().orElse("?"), order.revenue()))
            .toList());
  }

  /** One that went out: an e-mail rather than others, one that led to an order rather than not. */
  Optional<Message> example() {
    return carts.stream()
        .flatMap(cart -> cart.messages().stream())
        .filter(message -> message.state().wentOut() && sent(message.state()))
        .min(
            Comparator.comparing((Message message) -> !message.channelType().equals("email"))
                .thenComparing(message -> message.state() != MessageState.CONVERTED));
  }

  private static SortedMap<String, Long> counts(Stream<String> names) {
    SortedMap<String, Long> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name, 1L, Long::sum));
    return counts;
  }
}
