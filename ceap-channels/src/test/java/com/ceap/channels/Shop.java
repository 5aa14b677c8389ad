package com.ceap.channels;

import com.ceap.channels.link.LinkKeys;
import com.ceap.channels.link.Links;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The requirements' own example: customer C456 left three things in a cart at 16:45 UTC. */
public final class Shop {
  private static final Subject CART = new Subject("cart", "CART-789");
  public static final Instant ABANDONED = Instant.parse("2026-01-18T16:45:00Z");
  public static final Links LINKS =
      new Links(
          URI.create("https://mail.example.com"),
          LinkKeys.parse("k1=c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U="));
  public static final TemplateLibrary TEMPLATES =
      TemplateLibrary.read(ProjectFolder.find().resolve("programs/templates"));
  public static final Composing COMPOSING =
      new Composing(
          TEMPLATES,
          LINKS,
          new Brand("Example Shop", "1 Main Street, Springfield, IL 62701, USA", Optional.empty()));
  public static final Optional<Offer> TEN_PERCENT = Optional.of(new Offer(10, "CART10"));

  private Shop() {}

  public static Customer customer(String name, String locale) {
    return new Customer(
        "C456",
        Customer.Status.ACTIVE,
        Optional.of(name).filter(given -> !given.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(locale).filter(given -> !given.isEmpty()),
        Optional.of("anna@example.com"),
        Optional.of("+12025550100"),
        true,
        List.of(new Device("C456", "token-1", "ios"), new Device("C456", "token-2", "android")));
  }

  /** The same customer, reached elsewhere. */
  public static Customer reachedAt(String email, String phone, List<Device> devices) {
    Customer anna = customer("Anna", "en-US");
    return new Customer(
        anna.customerId(),
        anna.status(),
        anna.name(),
        anna.marketplace(),
        anna.timeZone(),
        anna.locale(),
        Optional.of(email),
        Optional.of(phone),
        true,
        devices);
  }

  /** The message of a touch: an hour, a day or three days after the cart was left. */
  public static MessageContent cart(
      Customer customer, String marketplace, Optional<Offer> offer, Duration after) {
    Instant now = ABANDONED.plus(after);
    return new MessageContent(
        "c0ffee00".repeat(5),
        customer,
        List.of(offered(candidate(marketplace, CART, cartAttributes()), offer)),
        Map.of(
            "P1",
            product("P1", "Wireless Headphones", "79.99"),
            "P2",
            product("P2", "Case", "29.99")),
        offer,
        now.plus(Duration.ofDays(1)),
        now);
  }

  /** The candidate as it is stored: what is recommended for a journey is its offer. */
  private static ScoredCandidate offered(ScoredCandidate decision, Optional<Offer> offer) {
    return new ScoredCandidate(
        decision.candidate(),
        decision.features(),
        decision.scores(),
        decision.score(),
        offer.map(made -> OptionalInt.of(made.percent())).orElseGet(OptionalInt::empty));
  }

  public static Map<String, Object> cartAttributes() {
    return Map.of(
        "cart_value",
        150.0,
        "item_count",
        3L,
        "items",
        List.of(
            Map.of("id", "P1", "name", "Wireless Headphones", "price", 79.99),
            Map.of("id", "P2", "name", "Phone Case", "price", 29.99),
            Map.of("id", "P3", "name", "Screen Protector", "price", 39.99)));
  }

  /** The message of a campaign about some products that were looked at. */
  public static MessageContent recommendations(Customer customer, String marketplace, int count) {
    List<ScoredCandidate> candidates = new ArrayList<>();
    Map<String, Product> products = new java.util.HashMap<>();
    for (int i = 1; i <= count; i++) {
      candidates.add(
          candidate(
              marketplace,
              new Subject("product", "R" + i),
              Map.of("view_count", 2L + i, "category", i % 2 == 0 ? "Books" : "Electronics")));
      products.put("R" + i, product("R" + i, "Product No. " + i, 10 * i + ".50"));
    }
    Instant now = Instant.parse("2026-01-19T15:00:00Z");
    return new MessageContent(
        "0123abcd".repeat(5),
        customer,
        candidates,
        products,
        Optional.empty(),
        now.plus(Duration.ofDays(3)),
        now);
  }

  public static ScoredCandidate candidate(
      String marketplace, Subject subject, Map<String, Object> attributes) {
    String program =
        subject.type().equals("cart") ? "abandoned-cart-recovery" : "product-recommendations";
    Context context =
        attributes.get("category") instanceof String category
            ? new Context(Map.of(Context.CATEGORY, category))
            : Context.EMPTY;
    Candidate candidate =
        new Candidate(
            new CandidateKey("C456", program, marketplace, subject),
            context,
            Attributes.of(attributes),
            List.of("email", "sms", "push"),
            ABANDONED);
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.8, OptionalInt.of(10));
  }

  public static Product product(String id, String name, String price) {
    return new Product(
        id,
        Optional.of(name),
        Optional.of("Electronics"),
        Optional.of(new BigDecimal(price)),
        Optional.empty(),
        Optional.of("https://shop.example.com/images/" + id + ".jpg"),
        Optional.of("https://shop.example.com/products/" + id),
        true,
        true);
  }

  /** What comes of a message on a channel of a program. */
  public static Composition compose(Program program, String channelId, MessageContent content) {
    ChannelSpec channel =
        program.channels().stream()
            .filter(spec -> spec.channelId().equals(channelId))
            .findFirst()
            .orElseThrow();
    return ShippedPrograms.CHANNELS
        .find(channel.type())
        .orElseThrow()
        .composer(channel, program, COMPOSING)
        .orElseThrow()
        .compose(content);
  }
}
