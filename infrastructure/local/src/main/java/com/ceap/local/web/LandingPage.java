package com.ceap.local.web;

import com.ceap.channels.content.ContentValues;
import com.ceap.channels.content.ReaderLocale;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Values;
import com.ceap.filters.spi.SubjectProducts;
import com.ceap.local.http.Answer;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sample of the page that a message leads to: the cart as it was left, with the code applied. */
record LandingPage(
    Pages pages, Stores stores, Composing composing, Checkout checkout, InstantSource clock) {
  /** Products and prices are English on this page; only money follows the customer's profile. */
  private static final String LANGUAGE = "en";

  private static final int MOST_PRODUCTS = 250;

  Answer show(Landing link) {
    CustomerCandidates all = stores.candidates().findConsistently(link.key().customerId());
    return find(all, link)
        .map(stored -> cart(stored, link, all.conversions().containsKey(link.key())))
        .orElseGet(this::gone);
  }

  Answer buy(Landing link) {
    CustomerCandidates all = stores.candidates().findConsistently(link.key().customerId());
    return find(all, link).map(stored -> buy(stored, link)).orElseGet(this::gone);
  }

  private static Optional<StoredCandidate> find(CustomerCandidates all, Landing link) {
    return all.candidates().stream()
        .filter(stored -> stored.decision().key().equals(link.key()))
        .findFirst();
  }

  private Answer gone() {
    return pages.note(
        410, "This cart is gone", "It was kept for a while after it was left, and is no more.");
  }

  private Answer cart(StoredCandidate stored, Landing link, boolean bought) {
    Instant now = clock.instant();
    Customer customer = customer(link);
    CartContent content = CartContent.of(stored, link, now);
    Locale locale = ReaderLocale.of(customer, link.key().marketplace());
    ContentValues values = values(stored, link, customer, content, now);
    Map<String, Object> model = new HashMap<>();
    model.put("items", values.products().stream().map(LandingPage::item).toList());
    content.value().ifPresent(value -> model.put("value", value.text(locale)));
    content.offer().ifPresent(offer -> model.put("code", offer.code()));
    content.offer().ifPresent(offer -> model.put("percent", offer.percent()));
    content
        .discount()
        .ifPresent(discount -> model.put("discount", discount.negated().text(locale)));
    content.total().ifPresent(total -> model.put("total", total.text(locale)));
    values
        .values()
        .find(Placeholder.EXPIRES_AT)
        .ifPresent(expires -> model.put("expires", expires));
    if (bought) {
      model.put("notice", "You have bought this cart.");
    }
    model.put("canBuy", !bought && content.total().isPresent());
    return pages.page(200, "cart", "Your cart", model);
  }

  private ContentValues values(
      StoredCandidate stored, Landing link, Customer customer, CartContent content, Instant now) {
    MessageContent message =
        new MessageContent(
            link.messageId(),
            customer,
            List.of(stored.decision()),
            products(stored),
            content.offer(),
            link.expires(),
            now);
    return ContentValues.of(message, composing, "", LANGUAGE, content.offer(), MOST_PRODUCTS);
  }

  private Map<String, Product> products(StoredCandidate stored) {
    Set<String> ids = Set.copyOf(SubjectProducts.of(stored.decision().candidate()));
    return ids.isEmpty() ? Map.of() : stores.products().products(ids);
  }

  private static Map<String, String> item(Values product) {
    Map<String, String> item = new HashMap<>();
    product.find(Placeholder.PRODUCT_NAME).ifPresent(name -> item.put("name", name));
    product.find(Placeholder.PRODUCT_PRICE).ifPresent(price -> item.put("price", price));
    product.find(Placeholder.PRODUCT_LINK).ifPresent(url -> item.put("link", url));
    return item;
  }

  /** Who has no profile any more reads as the marketplace does. */
  private Customer customer(Landing link) {
    String id = link.key().customerId();
    return stores.customers().customers(Set.of(id)).values().stream()
        .findFirst()
        .orElseGet(
            () ->
                new Customer(
                    id,
                    Customer.Status.INACTIVE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of()));
  }

  private Answer buy(StoredCandidate stored, Landing link) {
    Customer customer = customer(link);
    return CartContent.of(stored, link, clock.instant())
        .total()
        .map(total -> bought(total, link, customer))
        .orElseGet(
            () -> pages.note(409, "This cart has no value", "It cannot be bought without one."));
  }

  private Answer bought(Amount total, Landing link, Customer customer) {
    String orderId = checkout.place(link.key(), total);
    Locale locale = ReaderLocale.of(customer, link.key().marketplace());
    return pages.note(
        200, "Thank you", "Order %s of %s is placed.".formatted(orderId, total.text(locale)));
  }
}
