package com.ceap.filters;

import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Subject;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random candidates, reference data and chains of the built-in filters; the same for one seed. */
final class RandomShop {
  static final ExtensionRegistry<FilterFactory<?>> FILTERS =
      ExtensionRegistry.load(FilterFactory.class);
  private static final List<String> CHANNELS = List.of("email", "digest", "in-app", "sms");

  private final Random random;
  final ReferenceData data = new ReferenceData();

  RandomShop(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      String customer = "C" + i;
      if (chance(0.9)) {
        data.customers.put(customer, Samples.customer(customer, status(), chance(0.7)));
      }
      data.ledgers.put(customer, ledger(customer));
      if (chance(0.9)) {
        String product = "P" + i;
        data.products.put(
            product,
            Samples.product(
                product, Optional.of(chance(0.2) ? "alcohol" : "shoes"), chance(0.8), chance(0.9)));
      }
    }
  }

  List<Candidate> candidates(int atMost) {
    Set<CandidateKey> keys = new LinkedHashSet<>();
    int count = random.nextInt(atMost + 1);
    for (int i = 0; i < count; i++) {
      keys.add(
          new CandidateKey(
              "C" + random.nextInt(12),
              Samples.PROGRAM,
              chance(0.7) ? "US" : "DE",
              new Subject("product", "P" + random.nextInt(12))));
    }
    return keys.stream().map(this::candidate).toList();
  }

  Program program() {
    return chance(0.5)
        ? Samples.program(chain())
        : Samples.program(Map.of("DE", Samples.program(chain())), chain());
  }

  private FilterSpec[] chain() {
    List<FilterSpec> specs = new ArrayList<>();
    List<String> types = new ArrayList<>(FILTERS.types());
    types.remove("geographic");
    types.addAll(List.of("business-rule", "eligibility"));
    Collections.shuffle(types, random);
    for (String type : types.subList(0, random.nextInt(types.size()) + 1)) {
      int order = specs.size() + 1;
      specs.add(new FilterSpec("filter-" + order, type, order, chance(0.9), parameters(type)));
    }
    return specs.toArray(FilterSpec[]::new);
  }

  private Object parameters(String type) {
    Map<String, Object> values =
        switch (type) {
          case "business-rule" -> rules();
          case "frequency-cap" -> Map.of("channel", "sms", "max", 1 + random.nextInt(3));
          case "eligibility" ->
              chance(0.5) ? Map.of("restrictedCategories", List.of("alcohol")) : Map.of();
          default -> Map.of("requirePaymentMethod", chance(0.3));
        };
    return Parameters.read(FILTERS.find(type).orElseThrow().shape(), values);
  }

  private Map<String, Object> rules() {
    Map<String, Object> rules = new HashMap<>();
    rules.put("minViewCount", random.nextInt(3));
    if (chance(0.5)) {
      rules.put("requireInStock", true);
    }
    if (chance(0.5)) {
      rules.put("maxEmailsPerWeek", 1 + random.nextInt(3));
    }
    return rules;
  }

  private Candidate candidate(CandidateKey key) {
    Map<String, Object> attributes = new HashMap<>();
    if (chance(0.95)) {
      attributes.put("view_count", chance(0.05) ? "many" : (Object) (long) random.nextInt(6));
    }
    List<String> channels = CHANNELS.stream().filter(_ -> chance(0.6)).toList();
    return new Candidate(
        key, Context.EMPTY, Attributes.of(attributes), channels, Samples.NOW.minusSeconds(60));
  }

  private CustomerLedger ledger(String customer) {
    List<CustomerLedger.OptOut> optOuts =
        CHANNELS.stream()
            .filter(_ -> chance(0.15))
            .map(channel -> new CustomerLedger.OptOut(Samples.PROGRAM, channel))
            .toList();
    List<CustomerLedger.Purchase> purchases = new ArrayList<>();
    List<CustomerLedger.Send> sends = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      var at = Samples.NOW.minus(Duration.ofHours(random.nextInt(300)));
      purchases.add(
          new CustomerLedger.Purchase(new Subject("product", "P" + random.nextInt(12)), at));
      sends.add(
          new CustomerLedger.Send(
              "M" + i, at, Samples.PROGRAM, CHANNELS.get(random.nextInt(CHANNELS.size()))));
    }
    return new CustomerLedger(customer, 1, optOuts, purchases, sends);
  }

  private Customer.Status status() {
    Customer.Status[] all = Customer.Status.values();
    return chance(0.7) ? Customer.Status.ACTIVE : all[random.nextInt(all.length)];
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
