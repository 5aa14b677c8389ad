package com.ceap.model.port;

import com.ceap.model.Product;
import java.util.Map;
import java.util.Set;

/** Products by id. */
@FunctionalInterface
public interface ProductCatalog {
  /** The products that exist among the ids; unknown ids are absent from the answer. */
  Map<String, Product> products(Set<String> productIds);
}
