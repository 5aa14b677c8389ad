package com.ceap.filters;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One case of a case file; {@code cases/README.md} says what its keys mean. */
record FilterCase(Map<String, Object> yaml) {
  private static final String CUSTOMER = "C1";

  String name() {
    return (String) yaml.get("name");
  }

  Object expected() {
    return yaml.get("expect");
  }

  Map<String, Object> parameters() {
    return section(yaml, "parameters");
  }

  Candidate candidate() {
    Map<String, Object> candidate = section(yaml, "candidate");
    return new Candidate(
        new CandidateKey(
            CUSTOMER,
            Samples.PROGRAM,
            "US",
            subject((String) candidate.getOrDefault("subject", "product P1"))),
        new Context(FilterCase.<String>section(candidate, "context")),
        Attributes.of(section(candidate, "attributes")),
        list(candidate, "channels", List.of("email", "in-app")),
        ago(candidate, "PT1H"));
  }

  ReferenceData known() {
    ReferenceData data = new ReferenceData();
    if (!"unknown".equals(yaml.get("customer"))) {
      data.customers.put(CUSTOMER, customer(section(yaml, "customer")));
    }
    FilterCase.<Map<String, Object>>section(yaml, "products")
        .forEach(
            (id, product) ->
                data.products.put(
                    id,
                    Samples.product(
                        id,
                        Optional.ofNullable((String) product.get("category")),
                        flag(product, "inStock", true),
                        flag(product, "active", true))));
    data.ledgers.put(CUSTOMER, ledger(section(yaml, "ledger")));
    return data;
  }

  private static Customer customer(Map<String, Object> customer) {
    return Samples.customer(
        CUSTOMER,
        Customer.Status.valueOf((String) customer.getOrDefault("status", "ACTIVE")),
        flag(customer, "paymentMethodOnFile", false));
  }

  private static CustomerLedger ledger(Map<String, Object> ledger) {
    List<Map<String, Object>> optOuts = list(ledger, "optOuts", List.of());
    List<Map<String, Object>> purchases = list(ledger, "purchases", List.of());
    List<Map<String, Object>> sends = list(ledger, "sends", List.of());
    return new CustomerLedger(
        CUSTOMER,
        1,
        optOuts.stream()
            .map(o -> new CustomerLedger.OptOut(program(o), (String) o.get("channel")))
            .toList(),
        purchases.stream()
            .map(
                p -> new CustomerLedger.Purchase(subject((String) p.get("subject")), ago(p, "P1D")))
            .toList(),
        sends.stream()
            .map(
                s ->
                    new CustomerLedger.Send(
                        "M" + s.hashCode(), ago(s, "P1D"), program(s), (String) s.get("channel")))
            .toList());
  }

  private static String program(Map<String, Object> entry) {
    return (String) entry.getOrDefault("program", Samples.PROGRAM);
  }

  private static Subject subject(String typeAndId) {
    String[] parts = typeAndId.split(" ", 2);
    return new Subject(parts[0], parts[1]);
  }

  private static Instant ago(Map<String, Object> entry, String otherwise) {
    return Samples.NOW.minus(Duration.parse((String) entry.getOrDefault("ago", otherwise)));
  }

  private static boolean flag(Map<String, Object> entry, String key, boolean otherwise) {
    return (boolean) entry.getOrDefault(key, otherwise);
  }

  @SuppressWarnings("unchecked") // the case files are ours; a wrong one fails its test
  private static <V> Map<String, V> section(Map<String, Object> yaml, String key) {
    return (Map<String, V>) yaml.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked") // as above
  private static <V> List<V> list(Map<String, Object> yaml, String key, List<V> otherwise) {
    return (List<V>) yaml.getOrDefault(key, otherwise);
  }
}
