package com.ceap.filters.builtin;

import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.SubjectProducts;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.Context;
import com.ceap.model.Product;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns away restricted products and categories; of a cart, one such item is enough. A product's
 * category is the catalogue's, and the candidate's own context counts too. Where categories are
 * restricted, a candidate of unknown category does not pass.
 */
final class RestrictionCheck {
  private final Set<String> products;
  private final Set<String> categories = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  RestrictionCheck(List<String> products, List<String> categories) {
    this.products = Set.copyOf(products);
    this.categories.addAll(categories);
  }

  Check check(Chunk chunk) {
    if (products.isEmpty() && categories.isEmpty()) {
      return _ -> Verdict.pass();
    }
    Map<String, Product> catalog = categories.isEmpty() ? Collections.emptyMap() : chunk.products();
    return candidate -> verdict(candidate, catalog);
  }

  private Verdict verdict(Candidate candidate, Map<String, Product> catalog) {
    Optional<String> own = candidate.context(Context.CATEGORY);
    if (own.isPresent() && categories.contains(own.get())) {
      return category(own.get());
    }
    for (String id : SubjectProducts.of(candidate)) {
      Verdict verdict = product(id, Optional.ofNullable(catalog.get(id)), own);
      if (!verdict.unchanged()) {
        return verdict;
      }
    }
    return Verdict.pass();
  }

  private Verdict product(String id, Optional<Product> known, Optional<String> own) {
    if (products.contains(id)) {
      return Verdict.reject("RESTRICTED", "product " + id + " is restricted");
    }
    if (categories.isEmpty()) {
      return Verdict.pass();
    }
    Optional<String> category = known.flatMap(Product::category).or(() -> own);
    if (category.isEmpty()) {
      return Verdict.reject("CATEGORY_UNKNOWN", "the category of product " + id + " is unknown");
    }
    return categories.contains(category.get()) ? category(category.get()) : Verdict.pass();
  }

  private static Verdict category(String category) {
    return Verdict.reject("RESTRICTED", "category " + category + " is restricted");
  }
}
