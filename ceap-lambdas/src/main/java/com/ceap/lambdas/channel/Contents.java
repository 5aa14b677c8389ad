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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what a message is made of. */
record Contents(ProductCatalog catalog, Duration offerLife) {
  private static final String OFFER_CODE = "offer_code";

  MessageContent of(DeliveryPlan plan, StoredCandidate stored, Customer customer, Instant now) {
    ScoredCandidate decision = stored.decision();
    return new MessageContent(
        plan.messageId(),
        customer,
        List.of(decision),
        products(decision),
        offer(decision),
        expires(stored, now),
        now);
  }

  private Map<String, Product> products(ScoredCandidate decision) {
    List<String> ids = SubjectProducts.of(decision.candidate());
    return ids.isEmpty() ? Map.of() : catalog.products(Set.copyOf(ids));
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

  private Instant expires(StoredCandidate stored, Instant now) {
    Instant stated = now.plus(offerLife);
    return stated.isBefore(stored.expires()) ? stated : stored.expires();
  }
}
