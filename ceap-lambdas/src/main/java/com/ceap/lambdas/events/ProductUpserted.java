package com.ceap.lambdas.events;

import com.ceap.model.Product;
import com.ceap.model.error.CeapException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A product of the catalogue as it is now, all of it.
 *
 * @param updatedAt the source's version: of two the later one holds
 */
public record ProductUpserted(Product product, Instant updatedAt) {
  public static final EventType TYPE = new EventType("ecommerce.catalog", "ProductUpserted");

  private static final double MOST_PRICE = 1e9;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern URL = Pattern.compile("https?://[!-~]{1,2000}");
  private static final String URL_WANTED = "an address such as \"https://shop.example/p/1\"";

  /**
   * Reads the event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static ProductUpserted parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String id = detail.id("productId");
    Optional<String> name = detail.findText("name");
    Optional<String> category = detail.findText("category");
    Optional<BigDecimal> price = price(detail.findNumber("price", 0, MOST_PRICE));
    Optional<String> currency =
        detail.findForm("currency", CURRENCY, "an ISO 4217 code such as \"USD\"");
    Optional<String> image = detail.findForm("imageUrl", URL, URL_WANTED);
    Optional<String> url = detail.findForm("url", URL, URL_WANTED);
    boolean inStock = detail.flag("inStock");
    boolean active = detail.flag("active");
    Instant updatedAt = detail.findTime("updatedAt").orElse(event.time());
    problems.throwIfAny(TYPE.detailType());
    Product product = new Product(id, name, category, price, currency, image, url, inStock, active);
    return new ProductUpserted(product, updatedAt);
  }

  private static Optional<BigDecimal> price(OptionalDouble price) {
    return price.isPresent()
        ? Optional.of(BigDecimal.valueOf(price.getAsDouble()))
        : Optional.empty();
  }
}
