package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static com.ceap.lambdas.reactive.CartShop.answering;
import static com.ceap.lambdas.reactive.CartShop.event;
import static com.ceap.lambdas.reactive.CartShop.handle;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.Programs;
import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each switch of the program, in both positions. */
class ReactiveSwitchesTest {
  private static final CandidateKey KEY =
      new CandidateKey("C456", "abandoned-cart-recovery", "US", new Subject("cart", "CART-789"));
  private static final String DYNAMIC = "dynamicDiscounting: true";

  private final CallLog log = new CallLog();
  private final MovedClock clock = new MovedClock(ABANDONED);
  private final MemoryTables tables = new MemoryTables(clock);
  private final CartShop shop = new CartShop(tables, clock);
  private final ReactiveStage worker = shop.worker(new WatchedTables(tables, log));

  @Test
  void aProgramThatIsEnabledDecides() {
    handle(worker, event());
    assertThat(worker.report().stored()).isEqualTo(1);
  }

  @Test
  void ofAProgramThatIsNotEnabledNothingIsDone() {
    shop.publish("enabled: true\nmarketplaces", "enabled: false\nmarketplaces");
    log.live();
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(handle(worker, "not even JSON")).isEqualTo(Disposition.DONE);
    assertThat(log.calls()).isEmpty();
    assertThat(worker.report())
        .isEqualTo(new ReactiveReport(0, 0, 0, 2, 0, Map.of(), Map.of(), Map.of()));
  }

  @Test
  void withDeduplicationTheFirstEventOfACartDecides() {
    handle(worker, event());
    handle(worker, event().replace("150.00", "250.00"));
    assertThat(decision().candidate().attributes().number("cart_value")).hasValue(150);
    assertThat(worker.report().duplicates()).isEqualTo(1);
  }

  @Test
  void withoutDeduplicationTheLastEventOfACartDecidesAndNothingIsClaimed() {
    shop.publish("deduplication:\n  enabled: true", "deduplication:\n  enabled: false");
    log.live();
    handle(worker, event());
    handle(worker, event().replace("150.00", "250.00"));
    assertThat(decision().candidate().attributes().number("cart_value")).hasValue(250);
    assertThat(worker.report().stored()).isEqualTo(2);
    assertThat(log.calls()).doesNotContain("update dedup").hasSize(6);
    assertThat(shop.stores().schedules().due(ABANDONED.plus(Duration.ofDays(9)), 9)).hasSize(1);
  }

  @Test
  void withDynamicDiscountingTheModelDecidesUpToTheMaximum() {
    handle(worker, event());
    assertOffer(15, "CART15");
    shop.model(answering(0.5, 40));
    shop.publish("deduplication:\n  enabled: true", "deduplication:\n  enabled: false");
    handle(worker, event());
    assertOffer(20, "CART20");
  }

  @Test
  void withoutDynamicDiscountingTheDefaultHolds() {
    shop.publish(DYNAMIC, "dynamicDiscounting: false");
    handle(worker, event());
    assertOffer(10, "CART10");
  }

  @Test
  void whereTheModelRecommendsNoDiscountTheDefaultHolds() {
    shop.model(CartShopModels.WITHOUT_DISCOUNT);
    handle(worker, event());
    assertOffer(10, "CART10");
  }

  @Test
  void withoutADiscountStrategyInForceThereIsNoOffer() {
    shop.publish("discountStrategy:\n  enabled: true", "discountStrategy:\n  enabled: false");
    handle(worker, event());
    assertThat(decision().discountPercent()).isEmpty();
    assertThat(decision().candidate().attributes().has("offer_code")).isFalse();
  }

  @Test
  void anOfferOfNothingHasNoCode() {
    shop.model(answering(0.9, 0));
    handle(worker, event());
    assertThat(decision().discountPercent()).hasValue(0);
    assertThat(decision().candidate().attributes().has("offer_code")).isFalse();
  }

  @Test
  void theOfferIsKeptWithTheCandidateWhetherTheEmailIncludesItOrNot() {
    handle(worker, event());
    ScoredCandidate included = decision();
    shop.publish(
        "includeDiscount: true",
        "includeDiscount: false",
        "deduplication:\n  enabled: true",
        "deduplication:\n  enabled: false");
    handle(worker, event());
    assertThat(decision()).isEqualTo(included);
  }

  @Test
  void touchesGoOutAfterAConversionOnlyWhereTheProgramSaysSo() {
    Journey asShipped = Journey.of(Programs.read(CartShop.yaml()));
    assertThat(asShipped.touches())
        .extracting(Touch::onlyIfNotConverted)
        .containsExactly(false, true, true);
    String always =
        CartShop.yaml().replace("onlyIfNotConverted: true", "onlyIfNotConverted: false");
    assertThat(Journey.of(Programs.read(always)).touches())
        .extracting(Touch::onlyIfNotConverted)
        .containsExactly(false, false, false);
  }

  @Test
  void theFirstTouchIsOnTheEnabledChannelWithTheShortestDelay() {
    shop.publish("type: \"email\"\n    enabled: true", "type: \"email\"\n    enabled: false");
    handle(worker, event());
    assertThat(shop.stores().schedules().due(ABANDONED.plus(Duration.ofDays(9)), 9))
        .extracting(touch -> touch.channelType() + " " + touch.at())
        .containsExactly("sms " + ABANDONED.plus(Duration.ofHours(24)));
  }

  @Test
  void theNewestVersionOfTheProgramDecides() {
    handle(worker, event("C456", "CART-1"));
    shop.publish("minCartValue: 50", "minCartValue: 151");
    handle(worker, event("C456", "CART-2"));
    assertThat(worker.report().stored()).isEqualTo(1);
    assertThat(worker.report().rejected())
        .isEqualTo(Map.of("cart-value", Map.of("BELOW_MIN_CART_VALUE", 1L)));
  }

  @Test
  void whatAMarketplaceOverridesHoldsForItsCustomers() {
    shop.addCustomer("C7", "DE");
    shop.publish(
        """
          DE:
            channels:
              - channelId: "email"
        """,
        """
          DE:
            discountStrategy: {defaultDiscount: 5, dynamicDiscounting: false}
            channels:
              - channelId: "email"
                enabled: false
        """);
    handle(worker, event("C7", "CART-1"));
    CandidateKey german =
        new CandidateKey("C7", KEY.programId(), "DE", new Subject("cart", "CART-1"));
    ScoredCandidate decision = shop.stores().candidates().find(german).orElseThrow().decision();
    assertThat(decision.discountPercent()).hasValue(5);
    assertThat(decision.candidate().channels()).containsExactly("sms");
    assertThat(shop.stores().schedules().due(ABANDONED.plus(Duration.ofDays(9)), 9))
        .extracting(touch -> touch.channelType())
        .containsExactly("sms");
  }

  private void assertOffer(int percent, String code) {
    assertThat(decision().discountPercent()).hasValue(percent);
    assertThat(decision().candidate().attributes().text("offer_code")).contains(code);
  }

  private ScoredCandidate decision() {
    return shop.stores().candidates().find(KEY).orElseThrow().decision();
  }
}
