package com.ceap.channels.text;

import static com.ceap.channels.text.Placeholder.Scope.ANYWHERE;
import static com.ceap.channels.text.Placeholder.Scope.PRODUCT;
import static com.ceap.channels.text.Placeholder.Scope.TEMPLATE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that a message's texts and templates may name. */
public enum Placeholder {
  CUSTOMER_NAME("customerName", ANYWHERE, "The customer's name."),
  DISCOUNT_PERCENT("discountPercent", ANYWHERE, "The offer in percent, without the sign."),
  DISCOUNT_CODE("discountCode", ANYWHERE, "The offer's code, such as CART10."),
  EXPIRES_AT("expiresAt", ANYWHERE, "When the offer ends, in the customer's zone and language."),
  EXPIRES_IN_HOURS(
      "expiresInHours", ANYWHERE, "In how many hours the offer ends, where that is 2 to 48."),
  EXPIRES_IN_DAYS(
      "expiresInDays",
      ANYWHERE,
      "In how many days the offer ends, where that is more than 48 hours."),
  LINK("link", ANYWHERE, "The signed link that opens what the message is about."),
  CART_LINK("cartLink", ANYWHERE, "The same link, where it opens a cart."),
  CART_VALUE("cartValue", ANYWHERE, "What the cart is worth, with its currency."),
  ITEM_COUNT("itemCount", ANYWHERE, "How many items the cart holds."),
  PRODUCT_NAME("productName", ANYWHERE, "The name of the product, or of the first of several."),
  CATEGORIES("categories", ANYWHERE, "Up to three categories of the products, best first."),
  BRAND_NAME("brandName", ANYWHERE, "The sender's name."),
  UNSUBSCRIBE_LINK(
      "unsubscribeLink", ANYWHERE, "The signed link that ends the program's messages."),

  POSTAL_ADDRESS("postalAddress", TEMPLATE, "The sender's postal address, on one line."),
  SUBJECT("subject", TEMPLATE, "The message's subject line."),
  LANGUAGE("language", TEMPLATE, "The language of the texts, such as en."),
  DIRECTION("direction", TEMPLATE, "ltr or rtl, as the language is written."),
  MORE_COUNT("moreCount", TEMPLATE, "How many products are not shown, where any are."),

  PRODUCT_PRICE("productPrice", PRODUCT, "The product's price, with its currency."),
  PRODUCT_IMAGE("productImage", PRODUCT, "The address of the product's picture."),
  PRODUCT_LINK("productLink", PRODUCT, "The signed link to the product's page."),
  VIEW_COUNT("viewCount", PRODUCT, "How often the customer looked at it, where more than once.");

  /** Where a placeholder has a value. */
  public enum Scope {
    /** In every text, those of programs too. */
    ANYWHERE,
    /** In templates and their texts. */
    TEMPLATE,
    /** In templates and their texts, inside <code>{{#each products}}</code>. */
    PRODUCT
  }

  private static final Map<String, Placeholder> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Placeholder::key, Function.identity()));

  private static final Set<Placeholder> ADDRESSES =
      Collections.unmodifiableSet(
          EnumSet.of(LINK, CART_LINK, UNSUBSCRIBE_LINK, PRODUCT_IMAGE, PRODUCT_LINK));

  private final String key;
  private final Scope scope;
  private final String meaning;

  Placeholder(String key, Scope scope, String meaning) {
    this.key = key;
    this.scope = scope;
    this.meaning = meaning;
  }

  public static Optional<Placeholder> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** The name as texts write it. */
  public String key() {
    return key;
  }

  public Scope scope() {
    return scope;
  }

  /** One sentence for the reference. */
  public String meaning() {
    return meaning;
  }

  /** Whether its values are addresses of web pages, http or https. */
  public boolean isAddress() {
    return ADDRESSES.contains(this);
  }
}
