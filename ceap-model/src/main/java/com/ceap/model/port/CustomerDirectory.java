package com.ceap.model.port;

import com.ceap.model.Customer;
import java.util.Map;
import java.util.Set;

/** Customer profiles by id. */
@FunctionalInterface
public interface CustomerDirectory {
  /** The customers that exist among the ids; unknown ids are absent from the answer. */
  Map<String, Customer> customers(Set<String> customerIds);
}
