package com.ceap.lambdas.channel;

import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.port.ProductCatalog;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what a message is made of. */
record Contents(ProductCatalog catalog, Duration offerLife) {
  private static final String OFFER_CODE = "offer_code";

  /**
   * The content of a message.
   *
   * @param stored what it is about, the best first, at least one
   */
  MessageContent of(
      String messageId, List<StoredCandidate> stored, Customer customer, Instant now) {
    List<ScoredCandidate> decisions = stored.stream().map(StoredCandidate::decision).toList();
    return new MessageContent(
        messageId,
        customer,
        decisions,
        products(decisions),
        offer(decisions.getFirst()),
        expires(stored, now),
        now);
  }

  /** The products that candidates name, as far as the catalogue knows them. */
  Map<String, Product> products(Collection<ScoredCandidate> decisions) {
    Set<String> ids =
        decisions.stream()
            .flatMap(decision -> SubjectProducts.of(decision.candidate()).stream())
            .collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : catalog.products(ids);
  }

  /** The one offer of the journey, as it was stored with the candidate. */
  private static Optional<Offer> offer(ScoredCandidate decision) {
    int percent = decision.discountPercent().orElse(0);
    return decision
        .candidate()
        .attributes()
        .find(OFFER_CODE)
        .filter(_ -> percent > 0)
        .map(code -> new Offer(percent, code.toString()));
  }

  private Instant expires(List<StoredCandidate> stored, Instant now) {
    Instant stated = now.plus(offerLife);
    return stored.stream()
        .map(StoredCandidate::expires)
        .filter(stated::isAfter)
        .min(Instant::compareTo)
        .orElse(stated);
  }
}
