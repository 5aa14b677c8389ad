package com.ceap.storage;

import static com.ceap.storage.CeapTables.PRODUCTS;

import com.ceap.model.Product;
import com.ceap.model.port.ProductCatalog;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue. Products are remembered for half a minute, absent ones too, so that the chunks of
 * a run do not all read it again; stock is that old at most. Thread-safe.
 */
public final class ProductRepository implements ProductCatalog {

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 200_000;

  /** Look-ups by product since the start. */
  public record Lookups(long hits, long misses) {}

  private final Table table;
  private final Cache<String, Optional<Product>> remembered;

  ProductRepository(Table table, InstantSource clock) {
    this.table = table;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> clock.millis() * 1_000_000)
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  @Override
  public Map<String, Product> products(Set<String> productIds) {
    Map<String, Product> products = HashMap.newHashMap(productIds.size());
    remembered
        .getAll(productIds, this::read)
        .forEach((id, product) -> product.ifPresent(p -> products.put(id, p)));
    return products;
  }

  private Map<String, Optional<Product>> read(Set<? extends String> ids) {
    List<Key> keys = ids.stream().map(id -> Key.of(id)).toList();
    Map<Key, Item> items = table.batchGet(keys);
    Map<String, Optional<Product>> products = HashMap.newHashMap(keys.size());
    for (Key key : keys) {
      Optional<Item> item = Optional.ofNullable(items.get(key));
      products.put(key.partition(), item.map(ProductRepository::product));
    }
    return products;
  }

  /** The products of these items. */
  static Map<String, Product> decode(Map<Key, Item> items) {
    Map<String, Product> products = HashMap.newHashMap(items.size());
    items.forEach((key, item) -> products.put(key.partition(), product(item)));
    return products;
  }

  /** Writes the products that are not older than the stored ones; answers how many those were. */
  public int importAll(Collection<Versioned<Product>> products) {
    int written = LatestWins.write(table, products.stream().map(ProductRepository::item).toList());
    products.forEach(product -> remembered.invalidate(product.value().productId()));
    return written;
  }

  public Lookups lookups() {
    return new Lookups(remembered.stats().hitCount(), remembered.stats().missCount());
  }

  private static Item item(Versioned<Product> versioned) {
    Product product = versioned.value();
    Item.Builder item =
        Item.builder()
            .with(PRODUCTS.partitionKey(), product.productId())
            .with(LatestWins.UPDATED_AT, Epoch.of(versioned.updatedAt()))
            .withText("name", product.name())
            .withText("category", product.category())
            .withText("currency", product.currency())
            .withText("imageUrl", product.imageUrl())
            .withText("url", product.url())
            .with("inStock", product.inStock())
            .with("active", product.active());
    // As text: a price keeps its decimal places, 9.90 stays 9.90.
    product.price().ifPresent(price -> item.with("price", price.toPlainString()));
    return item.build();
  }

  private static Product product(Item item) {
    return new Product(
        item.text(PRODUCTS.partitionKey()),
        item.findText("name"),
        item.findText("category"),
        item.findText("price").map(BigDecimal::new),
        item.findText("currency"),
        item.findText("imageUrl"),
        item.findText("url"),
        item.flag("inStock"),
        item.flag("active"));
  }
}
