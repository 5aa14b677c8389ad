package com.ceap.lambdas.candidate;

import com.ceap.model.Customer;
import com.ceap.model.Rejection;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a customer belongs, and whether a program serves it. Thread-safe. */
public final class ServedMarketplaces {
  public static final String NOT_SERVED = "MARKETPLACE_NOT_SERVED";

  private final List<String> inOrder;
  private final Set<String> served;

  public ServedMarketplaces(Program program) {
    this.inOrder = program.marketplaces();
    this.served = Set.copyOf(inOrder);
  }

  /** The marketplace of the customer's profile; without one, the first of the program. */
  public String of(Optional<Customer> customer) {
    return customer.flatMap(Customer::marketplace).orElse(inOrder.getFirst());
  }

  public boolean serves(String marketplace) {
    return served.contains(marketplace);
  }

  /**
   * Why a candidate of a marketplace that is not served is turned away.
   *
   * @param stage stands where a filter's id stands in other rejections
   */
  public Rejection rejection(String stage, String marketplace) {
    return new Rejection(
        stage, NOT_SERVED, "marketplace " + marketplace + " is none of the program's " + inOrder);
  }
}
