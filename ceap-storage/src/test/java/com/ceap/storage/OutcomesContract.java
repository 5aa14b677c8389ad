package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outcomes keep to on every store. */
abstract class OutcomesContract extends StoreContract {

  private static final CandidateKey CART =
      new CandidateKey("C#1", "carts", "US", new Subject("cart", "K#1"));
  private static final CandidateKey OTHER =
      new CandidateKey("C#1", "carts", "US", new Subject("cart", "K2"));

  private final Instant now = clock.instant();
  private final Instant expires = now.plus(Duration.ofDays(30));
  private Stores stores;

  OutcomesContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock, 1);
  }

  @Test
  void aConversionComesBackWithItsOrderRevenueAndMessage() {
    Conversion bought = conversion("O-1", "135.00", now, Optional.of(by("m1", 1)));
    assertThat(stores.outcomes().record(CART, bought, expires)).isTrue();
    assertThat(stores.outcomes().record(CART, bought, expires)).isFalse();
    CustomerCandidates found = stores.candidates().findConsistently("C#1");
    assertThat(found.outcomes()).containsOnly(Map.entry(CART, Outcome.CONVERTED));
    assertThat(found.conversions()).containsOnly(Map.entry(CART, bought));
    assertThat(found.conversions().get(CART).revenue()).isEqualTo(new BigDecimal("135"));
  }

  @Test
  void whateverTheOrderOfCallsTheSameOutcomeStands() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      CandidateKey key =
          new CandidateKey("C" + round, "carts", "US", new Subject("cart", "K" + round));
      Conversion earliest = conversion("O-2", "20", now, Optional.of(by("m1", 1)));
      List<Runnable> calls = new ArrayList<>();
      calls.add(() -> record(key, Outcome.EXITED, now));
      calls.add(() -> record(key, Outcome.CONSUMED, now.plusSeconds(9)));
      calls.add(() -> record(key, Outcome.CONVERTED, now.minusSeconds(9)));
      calls.add(() -> record(key, conversion("O-1", "10", now.plusNanos(1), Optional.empty())));
      calls.add(() -> record(key, conversion("O-3", "30", now, Optional.of(by("m3", 3)))));
      calls.add(() -> record(key, conversion("O-2", "20", now, Optional.empty())));
      calls.add(() -> record(key, earliest));
      calls.addAll(List.copyOf(calls));
      Collections.shuffle(calls, random);
      calls.forEach(Runnable::run);
      CustomerCandidates found = stores.candidates().find("C" + round);
      assertThat(found.outcomes().get(key)).as("seed %d", seed).isEqualTo(Outcome.CONVERTED);
      assertThat(found.conversions().get(key)).as("seed %d", seed).isEqualTo(earliest);
    }
  }

  @Test
  void anExitIsTheLeastThatCanBecomeOfACandidate() {
    record(CART, Outcome.EXITED, now);
    assertThat(stores.outcomes().record(CART, Outcome.EXITED, now.plusSeconds(1), expires))
        .isFalse();
    assertThat(stores.outcomes().record(CART, Outcome.DISMISSED, now, expires)).isTrue();
    assertThat(stores.outcomes().record(CART, Outcome.EXITED, now, expires)).isFalse();
    assertThat(stores.candidates().find("C#1").outcomes()).containsEntry(CART, Outcome.DISMISSED);
  }

  @Test
  void anOutcomeThatHasExpiredCountsAsNone() {
    record(CART, conversion("O-1", "10", now, Optional.of(by("m1", 1))));
    clock.advance(Duration.ofDays(31));
    Instant later = clock.instant();
    assertThat(
            stores
                .outcomes()
                .record(CART, Outcome.DISMISSED, later, later.plus(Duration.ofDays(1))))
        .isTrue();
    assertThat(stores.candidates().find("C#1").outcomes()).containsEntry(CART, Outcome.DISMISSED);
    assertThat(stores.candidates().find("C#1").conversions()).isEmpty();
  }

  @Test
  void anOrderBelongsToTheCandidateThatWasNamedFirst() {
    assertThat(stores.outcomes().assign("O#1", CART, now, expires)).contains(CART);
    assertThat(stores.outcomes().assign("O#1", OTHER, now, expires)).contains(CART);
    assertThat(stores.outcomes().assign("O#1", CART, now, expires)).contains(CART);
    assertThat(stores.outcomes().assign("O", OTHER, now, expires)).contains(OTHER);
    assertThat(stores.candidates().find("C#1").outcomes()).isEmpty();
  }

  @Test
  void nothingIsKeptOfWhatCameBeforeTheCustomerWasErased() {
    stores.erasures().erase("C#1", now);
    Conversion before = conversion("O-1", "1", now, Optional.empty());
    assertThat(stores.outcomes().record(CART, before, expires)).isFalse();
    assertThat(stores.outcomes().record(CART, Outcome.EXITED, now.minusMillis(1), expires))
        .isFalse();
    assertThat(stores.outcomes().assign("O-1", CART, now, expires)).isEmpty();
    assertThat(stores.erasures().leftOf("C#1")).isZero();

    Instant later = now.plusMillis(1);
    assertThat(stores.outcomes().assign("O-2", CART, later, expires)).contains(CART);
    assertThat(stores.outcomes().record(CART, Outcome.EXITED, later, expires)).isTrue();
    assertThat(stores.candidates().find("C#1").outcomes()).isEqualTo(Map.of(CART, Outcome.EXITED));
  }

  @Test
  void revenueIsNotNegative() {
    assertThatThrownBy(() -> conversion("O-1", "-0.01", now, Optional.empty()))
        .hasMessage("revenue must not be negative, was -0.01");
    assertThat(conversion("O-1", "1E+2", now, Optional.empty()).revenue()).hasToString("100");
  }

  private void record(CandidateKey key, Outcome outcome, Instant at) {
    stores.outcomes().record(key, outcome, at, expires);
  }

  private void record(CandidateKey key, Conversion conversion) {
    stores.outcomes().record(key, conversion, expires);
  }

  private static Conversion conversion(
      String order, String revenue, Instant at, Optional<Attribution> by) {
    return new Conversion(order, new BigDecimal(revenue), Optional.of("USD"), at, by);
  }

  private static Attribution by(String message, int touch) {
    return new ByMessage(message, touch, "email");
  }
}
