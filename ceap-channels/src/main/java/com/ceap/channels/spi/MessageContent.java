package com.ceap.channels.spi;

import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a message is made of.
 *
 * @param candidates what it is about, best first, at least one; all of one customer, program and
 *     marketplace
 * @param products those they name, as far as the catalogue knows them, and maybe others
 * @param offer empty where the customer has none
 * @param expires when what the message offers ends
 * @param now the moment it is composed at
 */
public record MessageContent(
    String messageId,
    Customer customer,
    List<ScoredCandidate> candidates,
    Map<String, Product> products,
    Optional<Offer> offer,
    Instant expires,
    Instant now) {
  /**
   * A customer's offer, the same in every touch.
   *
   * @param percent 1 to 100
   * @param code such as {@code CART10}
   */
  public record Offer(int percent, String code) {
    public Offer {
      if (percent < 1 || percent > 100 || code.isBlank()) {
        throw new IllegalArgumentException(
            "an offer has a code and 1 to 100 percent, was '" + code + "' and " + percent);
      }
    }
  }

  public MessageContent {
    candidates = List.copyOf(candidates);
    products = Map.copyOf(products);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("a message needs at least one candidate");
    }
  }
}
