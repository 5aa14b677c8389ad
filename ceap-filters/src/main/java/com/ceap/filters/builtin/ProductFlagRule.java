package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.SubjectProducts;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.Product;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The product, or every item of a cart, must be in a state that the catalogue knows.
 *
 * @param state what the product is where it fails, such as {@code out of stock}
 */
record ProductFlagRule(
    String parameter, Predicate<Product> flag, String reasonCode, String state, String doc)
    implements BusinessRule<Boolean> {
  private static final Verdict NO_ITEMS = Verdict.reject("MISSING_ITEMS", "the cart has no items");

  @Override
  public Class<Boolean> valueType() {
    return Boolean.class;
  }

  @Override
  public void validate(Boolean required) {}

  @Override
  public Check check(Boolean required, Chunk chunk, Program program) {
    if (!required) {
      return _ -> Verdict.pass();
    }
    Map<String, Product> products = chunk.products();
    return candidate -> verdict(candidate, products);
  }

  private Verdict verdict(Candidate candidate, Map<String, Product> products) {
    List<String> ids = SubjectProducts.of(candidate);
    for (String id : ids) {
      Product product = products.get(id);
      if (product == null) {
        return Verdict.reject("PRODUCT_UNKNOWN", "product " + id + " is not in the catalogue");
      }
      if (!flag.test(product)) {
        return Verdict.reject(reasonCode, "product " + id + " is " + state);
      }
    }
    return ids.isEmpty() ? NO_ITEMS : Verdict.pass();
  }
}
