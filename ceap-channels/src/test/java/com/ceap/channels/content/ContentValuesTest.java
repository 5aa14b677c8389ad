package com.ceap.channels.content;

import static com.ceap.channels.text.Placeholder.CART_VALUE;
import static com.ceap.channels.text.Placeholder.CATEGORIES;
import static com.ceap.channels.text.Placeholder.CUSTOMER_NAME;
import static com.ceap.channels.text.Placeholder.DIRECTION;
import static com.ceap.channels.text.Placeholder.EXPIRES_AT;
import static com.ceap.channels.text.Placeholder.EXPIRES_IN_DAYS;
import static com.ceap.channels.text.Placeholder.EXPIRES_IN_HOURS;
import static com.ceap.channels.text.Placeholder.MORE_COUNT;
import static com.ceap.channels.text.Placeholder.PRODUCT_NAME;
import static com.ceap.channels.text.Placeholder.PRODUCT_PRICE;
import static com.ceap.channels.text.Placeholder.VIEW_COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.Shop;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Values;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentValuesTest {
  private static final Customer ANNA = Shop.customer("Anna", "en-US");

  /** Each row: marketplace, the customer's locale, how 1234.495 of its money look to him. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | en-US | $1,234.50
          US | es-US | $1,234.50
          US | de-DE | 1.234,50_$
          UK | en-GB | £1,234.50
          DE | de-DE | 1.234,50_€
          DE |       | 1.234,50_€
          FR | fr_FR | 1~234,50_€
          FR | fr    | 1~234,50_€
          JP | ja-JP | ￥1,234
          JP | en-US | ¥1,234
          IN | hi-IN | ₹1,234.50
          BR | pt-BR | R$_1.234,50
          AU | en-AU | $1,234.50
          XX | en-US |
          """)
  void moneyIsOfTheMarketplaceAndWrittenAsTheCustomerWritesIt(
      String marketplace, String locale, String text) {
    Customer customer = Shop.customer("Anna", locale == null ? "" : locale);
    Values values =
        values(customer, marketplace, Map.of("cart_value", 1234.495), Optional.empty()).values();
    assertThat(values.find(CART_VALUE).map(ContentValuesTest::visible))
        .isEqualTo(Optional.ofNullable(text));
  }

  @Test
  void aCartInAnotherCurrencyKeepsIt() {
    Map<String, Object> attributes = new HashMap<>(Shop.cartAttributes());
    attributes.put("currency", "EUR");
    ContentValues said = values(ANNA, "US", attributes, Optional.empty());
    assertThat(said.values().find(CART_VALUE)).contains("€150.00");
    assertThat(said.products().getFirst().find(PRODUCT_PRICE)).contains("€79.99");
    attributes.put("currency", "bitcoin");
    assertThat(values(ANNA, "US", attributes, Optional.empty()).values().find(CART_VALUE))
        .contains("$150.00");
  }

  /** Each row: how long the offer lasts, in hours and in days as texts name them. */
  @ParameterizedTest
  @CsvSource({
    "PT24H, 24,",
    "PT23H59M, 24,",
    "PT23H29M, 23,",
    "PT48H, 48,",
    "PT49H, , 2",
    "PT72H, , 3",
    "P10D, , 10",
    "PT2H, 2,",
    "PT1H29M, ,",
    "PT0S, ,",
    "PT-1H, ,",
  })
  void anOffersEndIsSaidInHoursAndThenInDays(Duration left, String hours, String days) {
    MessageContent content = Shop.cart(ANNA, "US", Shop.TEN_PERCENT, Duration.ofHours(1));
    MessageContent until =
        new MessageContent(
            content.messageId(),
            ANNA,
            content.candidates(),
            Map.of(),
            content.offer(),
            content.now().plus(left),
            content.now());
    Values values = of(until, "en", 5).values();
    assertThat(values.find(EXPIRES_IN_HOURS)).isEqualTo(Optional.ofNullable(hours));
    assertThat(values.find(EXPIRES_IN_DAYS)).isEqualTo(Optional.ofNullable(days));
    assertThat(values.find(EXPIRES_AT)).isPresent();
  }

  /** Each row: marketplace, locale, language of the texts, the end as it is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | en-US | en | January 19, 2026, 12:45~PM EST
          UK | en-GB | en | 19 January 2026, 17:45 GMT
          DE | de-DE | de | 19. Januar 2026, 18:45 MEZ
          FR | fr-FR | fr | 19 janvier 2026 18:45 CET
          JP | ja-JP | ja | 2026年1月20日 2:45 JST
          BR | pt-BR | en | January 19, 2026, 2:45~PM GMT-03:00
          """)
  void anEndIsWrittenInTheLanguageOfTheTextsAndTheZoneOfTheCustomer(
      String marketplace, String locale, String language, String text) {
    MessageContent content =
        Shop.cart(
            Shop.customer("Anna", locale), marketplace, Shop.TEN_PERCENT, Duration.ofHours(1));
    assertThat(of(content, language, 5).values().find(EXPIRES_AT).map(ContentValuesTest::visible))
        .contains(text);
  }

  @Test
  void theCustomersOwnZoneComesBeforeTheMarketplaces() {
    Customer travelling =
        new Customer(
            "C456",
            Customer.Status.ACTIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(ZoneId.of("America/Los_Angeles")),
            Optional.of("en-US"),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of());
    MessageContent content = Shop.cart(travelling, "US", Shop.TEN_PERCENT, Duration.ofHours(1));
    assertThat(of(content, "en", 5).values().find(EXPIRES_AT).orElseThrow()).endsWith("AM PST");
  }

  @Test
  void withoutAnOfferThereIsNothingOfIt() {
    Values values = values(ANNA, "US", Shop.cartAttributes(), Optional.empty()).values();
    assertThat(values.known())
        .doesNotContainKeys(
            Placeholder.DISCOUNT_CODE,
            Placeholder.DISCOUNT_PERCENT,
            EXPIRES_AT,
            EXPIRES_IN_DAYS,
            EXPIRES_IN_HOURS);
  }

  @Test
  void whatTheCustomerPutIntoTheCartIsShownAsItWas() {
    Map<String, Object> item = Map.of("id", "P2", "name", "Phone Case", "price", 29.99);
    ContentValues said = values(ANNA, "US", Map.of("items", List.of(item)), Optional.empty());
    assertThat(said.products().getFirst().find(PRODUCT_NAME)).contains("Phone Case");
    assertThat(said.values().find(PRODUCT_NAME)).contains("Phone Case");
  }

  @Test
  void theCatalogueStandsInForWhatACartDoesNotSay() {
    ContentValues said =
        values(ANNA, "US", Map.of("items", List.of(Map.of("id", "P1"))), Optional.empty());
    assertThat(said.products().getFirst().find(PRODUCT_NAME)).contains("Wireless Headphones");
    assertThat(said.products().getFirst().find(PRODUCT_PRICE)).contains("$79.99");
  }

  @Test
  void whatNobodyCanNameIsLeftOutAndAPriceThatCannotBeIsNotShown() {
    List<Map<String, Object>> items =
        List.of(
            Map.of("id", "X"),
            Map.of("id", "Y", "name", "Lamp", "price", -1.0),
            Map.of("id", "Z", "name", "Desk", "price", Double.NaN));
    ContentValues said = values(ANNA, "US", Map.of("items", items), Optional.empty());
    assertThat(said.products()).hasSize(2);
    assertThat(said.products()).allMatch(values -> values.find(PRODUCT_PRICE).isEmpty());
  }

  @Test
  void anAttributeOfAWrongTypeIsNamed() {
    assertThatThrownBy(() -> values(ANNA, "US", Map.of("items", "P1"), Optional.empty()))
        .isInstanceOf(AttributeTypeException.class)
        .hasMessage("attribute 'items' should be a list of items but is a String");
    assertThatThrownBy(() -> values(ANNA, "US", Map.of("items", List.of("P1")), Optional.empty()))
        .isInstanceOf(AttributeTypeException.class);
  }

  @Test
  void browsingIsToldOfInTheReadersLanguage() {
    MessageContent content = Shop.recommendations(ANNA, "US", 3);
    assertThat(of(content, "en", 5).values().find(CATEGORIES)).contains("Electronics and Books");
    assertThat(of(content, "de", 5).values().find(CATEGORIES)).contains("Electronics und Books");
    assertThat(of(content, "en", 5).products().getFirst().find(VIEW_COUNT)).contains("3");
    assertThat(of(content, "en", 2).values().find(MORE_COUNT)).contains("1");
    assertThat(of(content, "en", 3).values().find(MORE_COUNT)).isEmpty();
  }

  @Test
  void aProductLookedAtOnceIsNotCounted() {
    MessageContent content = Shop.recommendations(ANNA, "US", 1);
    MessageContent once =
        new MessageContent(
            content.messageId(),
            ANNA,
            List.of(
                Shop.candidate(
                    "US",
                    new Subject("product", "R1"),
                    Map.of("view_count", 1L, "product_name", "Lamp", "price", 7L))),
            Map.of(),
            Optional.empty(),
            content.expires(),
            content.now());
    Values lamp = of(once, "en", 5).products().getFirst();
    assertThat(lamp.find(VIEW_COUNT)).isEmpty();
    assertThat(lamp.find(PRODUCT_NAME)).contains("Lamp");
    assertThat(lamp.find(PRODUCT_PRICE)).contains("$7.00");
  }

  @Test
  void theCataloguesOwnCurrencyIsKept() {
    Product yen =
        new Product(
            "P1",
            Optional.of("Lamp"),
            Optional.empty(),
            Optional.of(new BigDecimal("1200")),
            Optional.of("JPY"),
            Optional.empty(),
            Optional.empty(),
            true,
            true);
    MessageContent content = Shop.cart(ANNA, "US", Optional.empty(), Duration.ofHours(1));
    MessageContent sold =
        new MessageContent(
            content.messageId(),
            ANNA,
            List.of(
                Shop.candidate(
                    "US",
                    new Subject("cart", "CART-789"),
                    Map.of("items", List.of(Map.of("id", "P1"))))),
            Map.of("P1", yen),
            Optional.empty(),
            content.expires(),
            content.now());
    assertThat(of(sold, "en", 5).products().getFirst().find(PRODUCT_PRICE)).contains("¥1,200");
  }

  @Test
  void namesOfAllScriptsAreSaid() {
    for (String name : List.of("محمد علي", "さくら", "प्रिया", "Zoë O’Brien", "👩‍👩‍👧‍👦")) {
      MessageContent content =
          Shop.cart(Shop.customer(name, ""), "US", Optional.empty(), Duration.ofHours(1));
      assertThat(of(content, "en", 5).values().find(CUSTOMER_NAME)).contains(name);
    }
  }

  @Test
  void aNameThatIsNoneIsAbsent() {
    MessageContent content =
        Shop.cart(Shop.customer("\u202E\r\n", ""), "US", Optional.empty(), Duration.ofHours(1));
    assertThat(of(content, "en", 5).values().find(CUSTOMER_NAME)).isEmpty();
  }

  @Test
  void theDirectionFollowsTheLanguage() {
    MessageContent content = Shop.cart(ANNA, "AE", Optional.empty(), Duration.ofHours(1));
    assertThat(of(content, "ar", 5).values().find(DIRECTION)).contains("rtl");
    assertThat(of(content, "en", 5).values().find(DIRECTION)).contains("ltr");
  }

  private static ContentValues values(
      Customer customer,
      String marketplace,
      Map<String, Object> attributes,
      Optional<Offer> offer) {
    MessageContent content = Shop.cart(customer, marketplace, offer, Duration.ofHours(1));
    Subject cart = new Subject("cart", "CART-789");
    MessageContent changed =
        new MessageContent(
            content.messageId(),
            customer,
            List.of(Shop.candidate(marketplace, cart, attributes)),
            content.products(),
            offer,
            content.expires(),
            content.now());
    return of(changed, "en", 5);
  }

  private static ContentValues of(MessageContent content, String language, int maxProducts) {
    return ContentValues.of(
        content, Shop.COMPOSING, "email", language, content.offer(), maxProducts);
  }

  /** With the spaces that do not break made visible. */
  private static String visible(String text) {
    return text.replace('\u00A0', '_').replace('\u202F', '~');
  }
}
