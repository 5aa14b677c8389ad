package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.program.Program;
import java.util.Optional;

/** The customer must have put the product into the cart. */
record AddToCartRule() implements BusinessRule<Boolean> {
  private static final Verdict MISSING =
      Verdict.reject("MISSING_ADD_TO_CART", "the candidate has no attribute add_to_cart");
  private static final Verdict NOT_ADDED =
      Verdict.reject("NOT_ADDED_TO_CART", "add_to_cart is false");

  @Override
  public String parameter() {
    return "requireAddToCart";
  }

  @Override
  public Class<Boolean> valueType() {
    return Boolean.class;
  }

  @Override
  public String doc() {
    return "Whether the product must have been put into the cart; unless true, both pass.";
  }

  @Override
  public void validate(Boolean required) {}

  @Override
  public Check check(Boolean required, Chunk chunk, Program program) {
    return required ? AddToCartRule::verdict : _ -> Verdict.pass();
  }

  private static Verdict verdict(Candidate candidate) {
    Optional<Boolean> added = candidate.attributes().flag("add_to_cart");
    if (added.isEmpty()) {
      return MISSING;
    }
    return added.get() ? Verdict.pass() : NOT_ADDED;
  }
}
