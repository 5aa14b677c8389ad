package com.ceap.filters.builtin;

import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.Customer;
import java.util.List;
import java.util.Map;

/** Lets customers pass that exist, are authentic and active and, where asked, can pay. */
record TrustFilter(String filterId, TrustParameters parameters) implements Filter {
  private static final Verdict UNKNOWN =
      Verdict.reject("CUSTOMER_UNKNOWN", "no profile of the customer is known");
  private static final Verdict NO_PAYMENT_METHOD =
      Verdict.reject("NO_PAYMENT_METHOD", "the customer has no payment method on file");

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    Map<String, Customer> customers = new Chunk(candidates, context).customers();
    return FilterResult.of(
        filterId,
        candidates,
        candidate -> verdict(candidate, customers.get(candidate.customerId())));
  }

  private Verdict verdict(Candidate candidate, Customer customer) {
    if (customer == null) {
      return UNKNOWN;
    }
    return switch (customer.status()) {
      case UNVERIFIED, FRAUDULENT -> because("CUSTOMER_NOT_AUTHENTIC", customer.status());
      case INACTIVE, SUSPENDED, CLOSED -> because("CUSTOMER_INACTIVE", customer.status());
      case ACTIVE ->
          customer.paymentMethodOnFile() || !needsPaymentMethod(candidate)
              ? Verdict.pass()
              : NO_PAYMENT_METHOD;
    };
  }

  private boolean needsPaymentMethod(Candidate candidate) {
    return parameters.requirePaymentMethod().isPresent()
        ? parameters.requirePaymentMethod().get()
        : candidate.subject().type().equals("cart");
  }

  private static Verdict because(String reasonCode, Customer.Status status) {
    return Verdict.reject(reasonCode, "the account is " + status + ", not ACTIVE");
  }
}
