package com.ceap.serving;

import com.ceap.model.Customer;
import com.ceap.model.port.CustomerDirectory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The marketplace of a customer where a request names none: that of the candidates, and where they
 * lie in several, that of the profile. A customer without one belongs where the newest decision put
 * them.
 */
record HomeMarketplaces(CustomerDirectory customers) {
  /**
   * The marketplaces of those who have candidates, by customer; at most one look-up for all.
   *
   * @throws RuntimeException where the profile is needed and cannot be read: another marketplace's
   *     candidates may not be shown on missing knowledge
   */
  Map<String, String> of(Map<String, List<Prospect>> byCustomer) {
    Map<String, String> homes = new HashMap<>();
    Map<String, List<Prospect>> unclear = new HashMap<>();
    byCustomer.forEach(
        (customer, prospects) -> {
          Set<String> marketplaces =
              prospects.stream().map(p -> p.key().marketplace()).collect(Collectors.toSet());
          if (marketplaces.size() == 1) {
            homes.put(customer, marketplaces.iterator().next());
          } else if (!marketplaces.isEmpty()) {
            unclear.put(customer, prospects);
          }
        });
    if (!unclear.isEmpty()) {
      Map<String, Customer> profiles = customers.customers(Set.copyOf(unclear.keySet()));
      unclear.forEach(
          (customer, prospects) ->
              homes.put(
                  customer,
                  Optional.ofNullable(profiles.get(customer))
                      .flatMap(Customer::marketplace)
                      .orElseGet(() -> newest(prospects))));
    }
    return homes;
  }

  private static String newest(List<Prospect> prospects) {
    return prospects.stream()
        .max(
            Comparator.comparing((Prospect p) -> p.stored().storedAt())
                .thenComparing(p -> p.key().marketplace(), Comparator.reverseOrder()))
        .orElseThrow()
        .key()
        .marketplace();
  }
}
