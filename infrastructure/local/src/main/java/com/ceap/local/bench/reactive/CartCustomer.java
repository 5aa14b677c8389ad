package com.ceap.local.bench.reactive;

import com.ceap.model.Consent;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Device;
import com.ceap.storage.FeatureRepository.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A customer of the shop.
 *
 * @param luck 0 to 1, what becomes of most of the customer's carts: the lowest are turned away
 * @param taste 0 to 1, what the model goes by
 */
record CartCustomer(String id, String marketplace, double luck, double taste) {
  private static final List<String> MARKETPLACES =
      List.of("US", "UK", "DE", "FR", "JP", "IN", "BR", "AU");
  private static final Optional<String> NONE = Optional.empty();

  // Up to which luck something speaks against the customer.
  private static final double SUSPENDED = 0.03;
  private static final double WITHOUT_PAYMENT = 0.10;
  private static final double OPTED_OUT = 0.17;
  private static final double CAPPED = 0.27;

  /** As many recovery e-mails as the program allows within a week. */
  private static final int CAP = 2;

  static String id(int number) {
    return String.format(Locale.ROOT, "C%07d", number);
  }

  static CartCustomer draw(int number, SplittableRandom random) {
    String marketplace = MARKETPLACES.get(random.nextInt(MARKETPLACES.size()));
    return new CartCustomer(id(number), marketplace, random.nextDouble(), random.nextDouble());
  }

  Customer profile() {
    return new Customer(
        id,
        luck < SUSPENDED ? Customer.Status.SUSPENDED : Customer.Status.ACTIVE,
        Optional.of("Customer"),
        Optional.of(marketplace),
        Optional.empty(),
        NONE,
        Optional.of(id + "@example.com"),
        Optional.of("+15550100"),
        luck < SUSPENDED || luck >= WITHOUT_PAYMENT,
        List.of());
  }

  Stream<Device> devices() {
    return taste < 0.5 ? Stream.of(new Device(id, "token-" + id, "ios")) : Stream.empty();
  }

  Stream<Feature> features() {
    return Stream.of(
        new Feature("customer", id, "purchase_history", Math.round(taste * 20)),
        new Feature("customer", id, "email_engagement", taste),
        new Feature("customer", id, "discount_sensitivity", 1 - taste),
        new Feature("customer", id, "avg_order_value", 20 + taste * 200),
        new Feature("customer", id, "cart_abandonment_rate", taste / 2));
  }

  Stream<Consent> consents() {
    return luck >= WITHOUT_PAYMENT && luck < OPTED_OUT
        ? Stream.of(new Consent(id, Consent.ALL, Consent.ALL, true))
        : Stream.empty();
  }

  /** Everybody has had one message some time ago; some have had as many as they may. */
  List<Send> sends() {
    boolean capped = luck >= OPTED_OUT && luck < CAPPED;
    return IntStream.range(0, capped ? CAP : 1).mapToObj(i -> send(i, capped ? 1 : 20)).toList();
  }

  private Send send(int number, int daysAgo) {
    return new Send(
        "message-" + number + "-" + id,
        CartShop.NOW.minus(Duration.ofDays(daysAgo)),
        CartShop.PROGRAM,
        "email");
  }
}
