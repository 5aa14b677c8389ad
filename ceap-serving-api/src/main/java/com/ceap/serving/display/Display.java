package com.ceap.serving.display;

import com.ceap.channels.content.ReaderLocale;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A candidate as an app shows it. What the catalogue says now comes before what the source saw.
 *
 * @param locale as a BCP 47 tag, such as {@code en-US}
 * @param items what lies in a cart; empty for anything else
 */
public record Display(
    Optional<String> title,
    Optional<String> image,
    Optional<Money> price,
    Optional<String> link,
    Reason reason,
    Optional<Offer> offer,
    String locale,
    List<Article> items) {
  public Display {
    items = List.copyOf(items);
  }

  /**
   * The display of a candidate.
   *
   * @param catalog the products it is about, where they are known
   */
  static Display of(ScoredCandidate decision, Map<String, Product> catalog) {
    Candidate candidate = decision.candidate();
    Attributes seen = candidate.attributes();
    Prices prices = Prices.of(seen, candidate.key().marketplace());
    List<Article> items = items(seen, catalog, prices);
    Article article = article(candidate, items, catalog, prices);
    return new Display(
        article.title().or(() -> Texts.find(seen, "title", "product_name", "name")),
        article.image().or(() -> Texts.find(seen, "image_url", "image")),
        price(candidate, article, prices),
        article.link().or(() -> Texts.find(seen, "link", "url")),
        Reason.of(candidate),
        Offer.of(decision),
        locale(candidate),
        items);
  }

  /** The product itself; of a cart what came first into it. */
  private static Article article(
      Candidate candidate, List<Article> items, Map<String, Product> catalog, Prices prices) {
    String id = candidate.subject().id();
    return items.isEmpty()
        ? Article.of(id, Optional.ofNullable(catalog.get(id)), prices)
        : items.getFirst();
  }

  /** Of a cart the value of all that is in it. */
  private static Optional<Money> price(Candidate candidate, Article article, Prices prices) {
    Attributes seen = candidate.attributes();
    Optional<Money> seenPrice = seen.find("price").flatMap(prices::of);
    Optional<Money> value = seen.find("cart_value").flatMap(prices::of);
    return candidate.subject().type().equals("cart") ? value : article.price().or(() -> seenPrice);
  }

  private static List<Article> items(Attributes seen, Map<String, Product> catalog, Prices prices) {
    List<Article> items = new ArrayList<>();
    if (seen.find("items").orElse(List.of()) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          items.add(Article.inCart(map, catalog, prices));
        }
      }
    }
    return items;
  }

  /** Its own, else what most people of the marketplace read. */
  private static String locale(Candidate candidate) {
    return candidate
        .context("locale")
        .or(() -> Texts.find(candidate.attributes(), "locale"))
        .orElseGet(() -> ReaderLocale.ofMarketplace(candidate.key().marketplace()).toLanguageTag());
  }
}
