package com.ceap.local.web;

import com.ceap.architecture.ProjectRoot;
import com.ceap.channels.link.LinkKeys;
import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.Links;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bus.BusRules;
import com.ceap.local.bus.EventBus;
import com.ceap.local.clock.MovedClock;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.SqliteTables;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages over a store with one cart of the customer Zoë. */
final class PagesFixture implements AutoCloseable {
  static final String PROGRAM = "abandoned-cart-recovery";
  static final String CUSTOMER = "C<1>";
  static final CandidateKey CART =
      new CandidateKey(CUSTOMER, PROGRAM, "DE", new Subject("cart", "CART-1"));

  final MovedClock clock = new MovedClock();
  final AtomicInteger orders = new AtomicInteger();
  final SqliteTables tables;
  final Stores stores;
  final Links links;
  final DurableQueues queues;
  final WebPages pages;

  PagesFixture(Path folder) {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    stores = Stores.on(tables, clock);
    queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    links = new Links(URI.create("http://127.0.0.1:8080"), LinkKeys.parse("k1=" + "A".repeat(44)));
    ObjectPrograms programs = programs(folder);
    EventBus bus = new EventBus(BusRules.of(programs.newest().all()), queues, clock);
    pages =
        new WebPages(
            stores,
            new Composing(
                TemplateLibrary.read(folder.resolve("templates")),
                links,
                new Brand("Shop & Sons", "1 Long Street", Optional.empty())),
            new Checkout(bus, programs, clock, orders::incrementAndGet),
            clock);
    stores.customers().importAll(List.of(versioned(customer())));
    stores.products().importAll(List.of(versioned(product())));
  }

  private static ObjectPrograms programs(Path folder) {
    FolderObjectStore objects = new FolderObjectStore(folder.resolve("objects"));
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    var _ = new ProgramPublisher(objects, loader).publish(ProjectRoot.find().resolve("programs"));
    return new ObjectPrograms(objects, loader);
  }

  private <T> Versioned<T> versioned(T value) {
    return new Versioned<>(value, clock.instant());
  }

  private static Customer customer() {
    return new Customer(
        CUSTOMER,
        Customer.Status.ACTIVE,
        Optional.of("Zoë <b>"),
        Optional.of("DE"),
        Optional.empty(),
        Optional.of("de-DE"),
        Optional.of("zoe@example.com"),
        Optional.empty(),
        true,
        List.of());
  }

  private static Product product() {
    return new Product(
        "P1",
        Optional.of("Kettle"),
        Optional.empty(),
        Optional.of(new BigDecimal("79.99")),
        Optional.of("EUR"),
        Optional.empty(),
        Optional.of("https://shop.example.com/products/P1"),
        true,
        true);
  }

  /** Two items of 149.99 euros together, at 10 percent off. */
  void storeCart() {
    storeCart(Map.of("id", "P2", "name", "<script>alert('x')</script>", "price", 70.0));
  }

  void storeCart(Map<String, Object> second) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("cart_value", 149.99);
    attributes.put("currency", "EUR");
    attributes.put("offer_code", "CART10");
    attributes.put("items", List.of(Map.of("id", "P1", "name", "Kettle", "price", 79.99), second));
    ScoredCandidate decision =
        new ScoredCandidate(
            new Candidate(
                CART, Context.EMPTY, Attributes.of(attributes), List.of("email"), clock.instant()),
            Attributes.EMPTY,
            List.of(),
            0.7,
            OptionalInt.of(10));
    RunStamp stamp =
        new RunStamp("r", LocalDate.of(2026, 3, 1), clock.instant(), Duration.ofDays(7));
    stores.candidates().storeAll(stamp, List.of(decision));
  }

  Landing landing(String code) {
    return new Landing(
        CART, "0123456789abcdef", Optional.of(code), clock.instant().plus(Duration.ofHours(24)));
  }

  /** The path of a link, as it stands in a message. */
  String path(LinkTarget target) {
    return URI.create(links.url(target)).getRawPath();
  }

  @Override
  public void close() {
    tables.close();
  }
}
