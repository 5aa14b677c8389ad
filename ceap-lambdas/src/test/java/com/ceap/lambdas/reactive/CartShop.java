package com.ceap.lambdas.reactive;

import com.ceap.channels.template.OfferCodes;
import com.ceap.lambdas.Programs;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.Attributes;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.Newest;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.storage.FeatureRepository.Feature;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.table.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The shop of the requirements: a customer C456 in the US, three products, the cart program. */
final class CartShop {
  static final Instant ABANDONED = Instant.parse("2026-01-18T16:45:00Z");

  private final Tables tables;
  private final MovedClock clock;
  private volatile Program program = Programs.read(yaml());
  private volatile ScoringProvider model = answering(0.78, 15);

  /** A shop with customers, products and features, on empty tables. */
  CartShop(Tables tables, MovedClock clock) {
    this.tables = tables;
    this.clock = clock;
    fill();
  }

  static String yaml() {
    return Programs.shipped("abandoned-cart-recovery");
  }

  /** Publishes another version, each of the texts replaced by the one that follows it. */
  void publish(String... replacements) {
    String yaml = yaml();
    for (int i = 0; i < replacements.length; i += 2) {
      if (!yaml.contains(replacements[i])) {
        throw new IllegalArgumentException("the program has no " + replacements[i]);
      }
      yaml = yaml.replace(replacements[i], replacements[i + 1]);
    }
    program = Programs.read(yaml);
  }

  void model(ScoringProvider provider) {
    model = provider;
  }

  static ScoringProvider answering(double intent, int discount) {
    return rows ->
        rows.stream().map(_ -> new ModelAnswer(intent, OptionalInt.of(discount))).toList();
  }

  Stores stores() {
    return Stores.on(tables, clock);
  }

  /** A worker of its own: what it remembers, no other knows. */
  ReactiveStage worker(Tables seen) {
    Stores stores = Stores.on(seen, clock);
    return worker(stores, stores.schedules());
  }

  ReactiveStage worker(Stores stores, DeliveryScheduler scheduler) {
    return place(stores, scheduler).stage(program.programId());
  }

  ReactivePlace place(Stores stores, DeliveryScheduler scheduler) {
    return new ReactivePlace(
        Registries.load(),
        new ScoringEnvironment(_ -> this::score),
        stores,
        scheduler,
        new OnlyThis(),
        _ -> new OfferCodes("CART")::code,
        clock);
  }

  private List<ModelAnswer> score(List<Attributes> rows) {
    return model.score(rows);
  }

  static Disposition handle(ReactiveStage worker, String body) {
    return worker.handle(List.of(new QueueMessage("m-1", body, 1))).getFirst();
  }

  /** The event of the requirements. */
  static String event() {
    return event("C456", "CART-789");
  }

  static String event(String customerId, String cartId) {
    return """
    {"version": "0", "id": "e-%s", "detail-type": "CartAbandoned", "source": "ecommerce.cart",
     "account": "123456789012", "time": "2026-01-18T16:45:01Z", "region": "us-east-1",
     "resources": [],
     "detail": {
       "customerId": "%s", "cartId": "%s", "cartValue": 150.00, "itemCount": 3,
       "items": [
         {"id": "P1", "name": "Wireless Headphones", "price": 79.99},
         {"id": "P2", "name": "Phone Case", "price": 29.99},
         {"id": "P3", "name": "Screen Protector", "price": 39.99}],
       "abandonmentReason": "session_timeout", "timestamp": "2026-01-18T16:45:00Z"}}
    """
        .formatted(cartId, customerId, cartId);
  }

  private void fill() {
    Stores stores = stores();
    stores.customers().importAll(List.of(versioned(customer("C456", "US"))));
    stores.products().importAll(IntStream.rangeClosed(1, 3).mapToObj(CartShop::product).toList());
    addFeatures("C456");
  }

  void addCustomer(String customerId, String marketplace) {
    stores().customers().importAll(List.of(versioned(customer(customerId, marketplace))));
    addFeatures(customerId);
  }

  private void addFeatures(String customerId) {
    List<Versioned<Feature>> features = new ArrayList<>();
    Map.of("purchase_history", 12L, "email_engagement", 0.75, "discount_sensitivity", 0.8)
        .forEach(
            (name, value) ->
                features.add(versioned(new Feature("customer", customerId, name, value))));
    stores().features().importAll(features);
  }

  private static Customer customer(String id, String marketplace) {
    return new Customer(
        id,
        Customer.Status.ACTIVE,
        Optional.of("Ada"),
        Optional.of(marketplace),
        Optional.empty(),
        Optional.empty(),
        Optional.of("ada@example.com"),
        Optional.of("+4930123456"),
        true,
        List.of());
  }

  private static Versioned<Product> product(int number) {
    Optional<String> none = Optional.empty();
    return versioned(
        new Product(
            "P" + number,
            Optional.of("Product " + number),
            Optional.of("Electronics"),
            Optional.of(new BigDecimal("29.99")),
            Optional.of("USD"),
            none,
            none,
            true,
            true));
  }

  private static <T> Versioned<T> versioned(T value) {
    return new Versioned<>(value, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private final class OnlyThis implements PublishedPrograms {
    @Override
    public Newest newest() {
      return Newest.of(List.of(program));
    }

    @Override
    public Optional<Program> newest(String programId) {
      return Optional.of(program).filter(p -> p.programId().equals(programId));
    }

    @Override
    public Optional<Program> find(String programId, String version) {
      return newest(programId).filter(p -> p.version().equals(version));
    }
  }
}
