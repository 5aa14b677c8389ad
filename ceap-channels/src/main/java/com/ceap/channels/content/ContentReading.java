package com.ceap.channels.content;

import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.link.WebAddress;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.text.CleanText;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Values;
import com.ceap.model.Attributes;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One message on its way to becoming values. */
record ContentReading(
    MessageContent content, Composing composing, Reader reader, Optional<Offer> offer) {
  private static final int PRODUCT_NAME_LENGTH = 80;
  private static final int CATEGORIES = 3;
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "ur", "yi");

  ContentValues values(String channelId, int maxProducts) {
    List<ShownProduct> all = ShownProduct.of(content.candidates(), content.products());
    List<ShownProduct> shown = all.subList(0, Math.min(maxProducts, all.size()));
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    sender(values, channelId);
    reader(values);
    subject(values);
    offer(values);
    shown.stream()
        .findFirst()
        .ifPresent(first -> values.put(Placeholder.PRODUCT_NAME, name(first)));
    if (all.size() > shown.size()) {
      values.put(Placeholder.MORE_COUNT, Integer.toString(all.size() - shown.size()));
    }
    return new ContentValues(new Values(values), shown.stream().map(this::product).toList());
  }

  private void sender(Map<Placeholder, String> values, String channelId) {
    Brand brand = composing.brand();
    CandidateKey key = content.candidates().getFirst().key();
    values.put(Placeholder.BRAND_NAME, brand.name());
    values.put(Placeholder.POSTAL_ADDRESS, brand.postalAddress());
    values.put(
        Placeholder.UNSUBSCRIBE_LINK,
        composing
            .links()
            .url(
                new Unsubscribe(
                    key.customerId(),
                    key.programId(),
                    channelId,
                    Optional.of(content.messageId()))));
  }

  private void reader(Map<Placeholder, String> values) {
    content
        .customer()
        .name()
        .ifPresent(
            name ->
                values.put(
                    Placeholder.CUSTOMER_NAME, CleanText.line(name, ContentValues.NAME_LENGTH)));
    values.put(Placeholder.LANGUAGE, reader.language());
    values.put(Placeholder.DIRECTION, RIGHT_TO_LEFT.contains(reader.language()) ? "rtl" : "ltr");
  }

  private void subject(Map<Placeholder, String> values) {
    ScoredCandidate first = content.candidates().getFirst();
    Attributes attributes = first.candidate().attributes();
    String landing = landing(first);
    values.put(Placeholder.LINK, landing);
    values.put(Placeholder.CART_LINK, landing);
    attributes
        .find("cart_value")
        .flatMap(value -> Price.seen(value, attributes))
        .flatMap(price -> price.text(reader))
        .ifPresent(text -> values.put(Placeholder.CART_VALUE, text));
    attributes
        .integer("item_count")
        .ifPresent(count -> values.put(Placeholder.ITEM_COUNT, Long.toString(count)));
    values.put(Placeholder.CATEGORIES, categories());
  }

  private void offer(Map<Placeholder, String> values) {
    offer.ifPresent(
        given -> {
          values.put(Placeholder.DISCOUNT_PERCENT, Integer.toString(given.percent()));
          values.put(Placeholder.DISCOUNT_CODE, given.code());
          values.putAll(Expiry.of(content.now(), content.expires(), reader));
        });
  }

  /** Blank where none is known. */
  private String categories() {
    Set<String> names = new LinkedHashSet<>();
    for (ScoredCandidate candidate : content.candidates()) {
      Optional<Product> product =
          Optional.ofNullable(content.products().get(candidate.key().subject().id()));
      candidate
          .candidate()
          .context(Context.CATEGORY)
          .or(() -> product.flatMap(Product::category))
          .map(category -> CleanText.line(category, ContentValues.NAME_LENGTH))
          .filter(category -> !category.isEmpty())
          .ifPresent(names::add);
    }
    List<String> first = names.stream().limit(CATEGORIES).toList();
    return switch (first.size()) {
      case 0 -> "";
      case 1 -> first.getFirst();
      default ->
          ListFormat.getInstance(reader.dates(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
              .format(new ArrayList<>(first));
    };
  }

  private Values product(ShownProduct shown) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.PRODUCT_NAME, name(shown));
    values.put(Placeholder.PRODUCT_LINK, link(shown));
    shown
        .price()
        .flatMap(price -> price.text(reader))
        .ifPresent(text -> values.put(Placeholder.PRODUCT_PRICE, text));
    shown
        .product()
        .flatMap(Product::imageUrl)
        .flatMap(WebAddress::parse)
        .ifPresent(url -> values.put(Placeholder.PRODUCT_IMAGE, url));
    if (shown.views() > 1) {
      values.put(Placeholder.VIEW_COUNT, Long.toString(shown.views()));
    }
    return new Values(values);
  }

  private static String name(ShownProduct shown) {
    return CleanText.line(shown.name(), PRODUCT_NAME_LENGTH);
  }

  /** The product's page; what the message is about where the catalogue knows no page. */
  private String link(ShownProduct shown) {
    CandidateKey key = shown.candidate().key();
    return shown
        .product()
        .flatMap(Product::url)
        .flatMap(WebAddress::parse)
        .map(url -> new Click(key.customerId(), key.programId(), content.messageId(), url))
        .map(click -> composing.links().url(click))
        .orElseGet(() -> landing(shown.candidate()));
  }

  private String landing(ScoredCandidate candidate) {
    return composing
        .links()
        .url(
            new Landing(
                candidate.key(), content.messageId(), offer.map(Offer::code), content.expires()));
  }
}
