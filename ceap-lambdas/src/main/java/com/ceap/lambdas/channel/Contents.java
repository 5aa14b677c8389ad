package com.ceap.lambdas.channel;

import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.port.ProductCatalog;
import com.ceap.model.program.Program;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Gathers what a message is made of.
 *
 * @param offerCodes the code of a program's offer by its percent, 1 to 100
 */
record Contents(
    ProductCatalog catalog, Function<Program, IntFunction<String>> offerCodes, Duration offerLife) {
  private static final String OFFER_CODE = "offer_code";

  /**
   * The content of a message.
   *
   * @param stored what it is about, the best first, at least one
   * @param products those of the message and maybe others
   */
  MessageContent of(
      MessagePlan plan,
      List<StoredCandidate> stored,
      Customer customer,
      Map<String, Product> products,
      Instant now) {
    return of(plan.messageId(), plan.terms().program(), stored, customer, products, now);
  }

  /** The content of a message of a program; its products are read. */
  MessageContent of(
      String messageId,
      Program program,
      List<StoredCandidate> stored,
      Customer customer,
      Instant now) {
    return of(messageId, program, stored, customer, products(decisions(stored)), now);
  }

  private MessageContent of(
      String messageId,
      Program program,
      List<StoredCandidate> stored,
      Customer customer,
      Map<String, Product> products,
      Instant now) {
    List<ScoredCandidate> decisions = decisions(stored);
    Optional<Offer> offer = offer(program, decisions.getFirst());
    return new MessageContent(
        messageId, customer, decisions, products, offer, expires(stored, now), now);
  }

  private static List<ScoredCandidate> decisions(List<StoredCandidate> stored) {
    return stored.stream().map(StoredCandidate::decision).toList();
  }

  /** The products that candidates name, as far as the catalogue knows them. */
  Map<String, Product> products(Collection<ScoredCandidate> decisions) {
    Set<String> ids = ids(decisions);
    return ids.isEmpty() ? Map.of() : Map.copyOf(catalog.products(ids));
  }

  private static Set<String> ids(Collection<ScoredCandidate> decisions) {
    Set<String> ids = new HashSet<>();
    decisions.forEach(decision -> ids.addAll(SubjectProducts.of(decision.candidate())));
    return ids;
  }

  /**
   * The one offer of a journey, by the code that was stored with its candidate; where none was, as
   * in a batch, what was recommended for the customer, by the program's code.
   */
  private Optional<Offer> offer(Program program, ScoredCandidate decision) {
    int percent = decision.discountPercent().orElse(0);
    return percent <= 0
        ? Optional.empty()
        : Optional.of(new Offer(percent, code(program, decision, percent)));
  }

  private String code(Program program, ScoredCandidate decision, int percent) {
    return decision
        .candidate()
        .attributes()
        .find(OFFER_CODE)
        .map(Object::toString)
        .orElseGet(() -> offerCodes.apply(program).apply(percent));
  }

  private Instant expires(List<StoredCandidate> stored, Instant now) {
    Instant first = now.plus(offerLife);
    for (StoredCandidate candidate : stored) {
      first = candidate.expires().isBefore(first) ? candidate.expires() : first;
    }
    return first;
  }
}
