package com.ceap.local.reactive;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.Product;
import com.ceap.storage.FeatureRepository.Feature;
import com.ceap.storage.Versioned;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A data folder of a small shop: two products, and customers that every channel reaches. */
public final class CartShop {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private CartShop() {}

  /** Trains the models into a folder that others are made from. */
  public static void train(Path models) {
    var _ = ModelTrainer.train(models, ModelTrainer.DEFAULT_SEED, (model, done, total) -> {});
  }

  /** Makes a data folder with customers C0 to C{count - 1}, of which every tenth is closed. */
  public static void make(Path data, Path models, int count) throws IOException {
    copy(models, new DataFolder(data).models());
    List<Versioned<Customer>> customers = new ArrayList<>();
    List<Versioned<Device>> devices = new ArrayList<>();
    List<Versioned<Feature>> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(versioned(customer(i)));
      devices.add(versioned(new Device("C" + i, "token-" + i, "ios")));
      features.add(versioned(new Feature("customer", "C" + i, "purchase_history", 5L)));
      features.add(versioned(new Feature("customer", "C" + i, "email_engagement", 0.7)));
      features.add(versioned(new Feature("customer", "C" + i, "discount_sensitivity", 0.5)));
    }
    try (LocalPlatform platform = open(data)) {
      platform.stores().customers().importAll(customers);
      platform.stores().customers().importDevices(devices);
      platform.stores().features().importAll(features);
      platform
          .stores()
          .products()
          .importAll(List.of(versioned(product("P1")), versioned(product("P2"))));
    }
  }

  public static LocalPlatform open(Path data) {
    return LocalPlatform.open(data, StoreKind.EMBEDDED, ProjectRoot.find(), InstantSource.system());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static <T> Versioned<T> versioned(T value) {
    return new Versioned<>(value, LONG_AGO);
  }

  private static Customer customer(int number) {
    return new Customer(
        "C" + number,
        number % 10 == 9 ? Customer.Status.CLOSED : Customer.Status.ACTIVE,
        Optional.of("Zoë " + number),
        Optional.of("UK"),
        Optional.empty(),
        Optional.of("en-GB"),
        Optional.of("c" + number + "@example.com"),
        Optional.of("+4479460%05d".formatted(number)),
        true,
        List.of());
  }

  private static Product product(String id) {
    return new Product(
        id,
        Optional.of("Kettle " + id),
        Optional.of("kitchen"),
        Optional.of(new BigDecimal("75.00")),
        Optional.of("GBP"),
        Optional.empty(),
        Optional.of("https://shop.example.com/" + id),
        true,
        true);
  }

  /** The detail of an abandoned cart. */
  public static String cart(String customer, String cart) {
    return """
        {"customerId": "%s", "cartId": "%s", "cartValue": 150.00, "currency": "GBP",
         "itemCount": 2, "items": [
           {"id": "P1", "name": "Kettle", "price": 75.00},
           {"id": "P2", "name": "Tea pot", "price": 75.00}]}
        """
        .formatted(customer, cart);
  }
}
