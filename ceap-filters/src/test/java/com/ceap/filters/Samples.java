package com.ceap.filters;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain records for tests. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
  public static final String PROGRAM = "product-recommendations";

  private Samples() {}

  public static Candidate candidate(String customerId, String productId) {
    return candidate(customerId, productId, "US", Map.of());
  }

  public static Candidate candidate(
      String customerId, String productId, String marketplace, Map<String, ?> attributes) {
    return new Candidate(
        new CandidateKey(customerId, PROGRAM, marketplace, new Subject("product", productId)),
        Context.EMPTY,
        Attributes.of(attributes),
        List.of("email", "in-app"),
        NOW.minusSeconds(3600));
  }

  public static Customer customer(String id, Customer.Status status, boolean paymentMethod) {
    return new Customer(
        id,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        paymentMethod,
        List.of());
  }

  public static Product product(
      String id, Optional<String> category, boolean inStock, boolean active) {
    return new Product(
        id,
        Optional.empty(),
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        inStock,
        active);
  }

  public static Program program(FilterSpec... filters) {
    return program(Map.of(), filters);
  }

  public static Program program(Map<String, Program> overrides, FilterSpec... filters) {
    return new Program(
        PROGRAM,
        "Product Recommendations",
        "v1",
        true,
        Optional.empty(),
        List.of("US", "DE"),
        "product",
        List.of(),
        List.of(),
        List.of(),
        List.of(filters),
        List.of(
            channel("email", "email", 1),
            channel("digest", "email", 2),
            channel("in-app", "in-app", 3),
            channel("sms", "sms", 4)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeliveryRules.DEFAULT,
        List.of(),
        Optional.empty(),
        7,
        0.01,
        0,
        overrides);
  }

  private static ChannelSpec channel(String id, String type, int priority) {
    return new ChannelSpec(id, type, true, priority, false, "no configuration needed here");
  }
}
