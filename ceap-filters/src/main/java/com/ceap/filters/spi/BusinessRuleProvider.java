package com.ceap.filters.spi;

import java.util.List;

/** Brings business rules; found by {@link java.util.ServiceLoader}. */
public interface BusinessRuleProvider {
  /** The rules in the order in which they are asked; the first that rejects names the reason. */
  List<BusinessRule<?>> rules();
}
