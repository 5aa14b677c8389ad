package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.storage.SentMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the one journey whose subject a customer has bought. */
final class OrderedJourney {
  private static final String CART = "cart";

  private OrderedJourney() {}

  /**
   * The journey of the order's cart; else of those that share a product with it, else of all, the
   * newest. Where one cart has several, the one whose message went out last.
   */
  static Optional<EndedJourney> of(
      OrderPlaced order, Collection<EndedJourney> ended, List<SentMessage> sent) {
    return ended.stream()
        .max(
            Comparator.comparing((EndedJourney journey) -> isOf(order.cartId(), journey))
                .thenComparing(journey -> shares(order.productIds(), journey))
                .thenComparing(EndedJourney::living)
                .thenComparing(EndedJourney::since)
                .thenComparing(journey -> lastMessage(journey.key(), order.at(), sent))
                .thenComparing(journey -> journey.key().toString()));
  }

  private static boolean isOf(Optional<String> cartId, EndedJourney journey) {
    return cartId.map(id -> new Subject(CART, id)).equals(Optional.of(journey.key().subject()));
  }

  private static boolean shares(List<String> productIds, EndedJourney journey) {
    return !Collections.disjoint(productIds, journey.products());
  }

  private static Instant lastMessage(CandidateKey key, Instant before, List<SentMessage> sent) {
    return sent.stream()
        .filter(message -> message.message().candidate().equals(key))
        .map(SentMessage::at)
        .filter(at -> !at.isAfter(before))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
