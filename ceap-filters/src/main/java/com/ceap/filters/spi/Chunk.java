package com.ceap.filters.spi;

import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Product;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The candidates one filter decides together, and what is known about them. Each kind of reference
 * data is asked for at most once, for all candidates at a time, and only when first needed.
 */
public final class Chunk {
  private final List<Candidate> candidates;
  private final FilterContext context;

  public Chunk(List<Candidate> candidates, FilterContext context) {
    this.candidates = candidates;
    this.context = context;
  }

  /** The moment of the decision. */
  public Instant now() {
    return context.now();
  }

  /** The profiles of the candidates' customers; unknown customers are absent. */
  public Map<String, Customer> customers() {
    return context.lookups().customers(ids(Candidate::customerId));
  }

  /**
   * The ledgers of the candidates' customers. A ledger that the port withheld is an error, never a
   * verdict: nobody is addressed on unreadable consent.
   */
  public Function<Candidate, CustomerLedger> ledgers() {
    Map<String, CustomerLedger> ledgers = context.lookups().ledgers(ids(Candidate::customerId));
    return candidate -> {
      CustomerLedger ledger = ledgers.get(candidate.customerId());
      if (ledger == null) {
        throw new CeapException(
            ErrorCode.DEFECT,
            "the ledger port answered no ledger for a customer of program "
                + candidate.key().programId()
                + "; it must answer one for each id");
      }
      return ledger;
    };
  }

  /** The products of all {@link SubjectProducts}; unknown products are absent. */
  public Map<String, Product> products() {
    Set<String> ids = new HashSet<>();
    for (Candidate candidate : candidates) {
      ids.addAll(readableProducts(candidate));
    }
    return context.lookups().products(ids);
  }

  private static List<String> readableProducts(Candidate candidate) {
    try {
      return SubjectProducts.of(candidate);
    } catch (AttributeTypeException e) {
      // The check meets the same defect and rejects this one candidate with it.
      return List.of();
    }
  }

  private Set<String> ids(Function<Candidate, String> id) {
    if (candidates.size() == 1) {
      return Set.of(id.apply(candidates.getFirst()));
    }
    Set<String> ids = new HashSet<>();
    for (Candidate candidate : candidates) {
      ids.add(id.apply(candidate));
    }
    return ids;
  }
}
