package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static com.ceap.lambdas.reactive.CartShop.event;
import static com.ceap.lambdas.reactive.CartShop.handle;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.reactive.CallLog.Death;
import com.ceap.lambdas.reactive.CallLog.Fault;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever call goes wrong, and however, an event ends once. */
class ReactiveCrashTest {
  private static final int CALLS = 6;

  private final MovedClock clock = new MovedClock(ABANDONED);
  private final MemoryTables tables = new MemoryTables(clock);
  private final CartShop shop = new CartShop(tables, clock);
  private final CallLog log = new CallLog();
  private ReactiveStage worker = shop.worker(new WatchedTables(tables, log));

  @ParameterizedTest
  @EnumSource
  void anEventThatPassesMakesOneCandidateWhicheverCallGoesWrong(Fault fault) {
    for (int call = 1; call <= CALLS; call++) {
      String cart = "CART-" + call;
      log.breakOff(call, fault);
      deliverUntilDone(event("C456", cart));
      assertThat(shop.stores().candidates().find("C456").candidates()).hasSize(call);
      assertThat(shop.stores().schedules().due(ABANDONED.plus(Duration.ofDays(9)), 99))
          .hasSize(call);
      assertDuplicate(event("C456", cart));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEventThatIsRejectedIsRememberedWhicheverCallGoesWrong(Fault fault) {
    for (int call = 1; call <= CALLS; call++) {
      String cart = "CART-" + call;
      log.breakOff(call, fault);
      deliverUntilDone(event("C9", cart));
      assertThat(shop.stores().decisions().rejected("C9")).hasSize(call);
      assertThat(shop.stores().candidates().find("C9").candidates()).isEmpty();
      assertDuplicate(event("C9", cart));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutDeduplicationTheSameHolds(Fault fault) {
    shop.publish("deduplication:\n  enabled: true", "deduplication:\n  enabled: false");
    for (int call = 1; call <= CALLS; call++) {
      log.breakOff(call, fault);
      deliverUntilDone(event("C456", "CART-" + call));
      assertThat(shop.stores().candidates().find("C456").candidates()).hasSize(call);
    }
  }

  @Test
  void anyNumberOfFaultsInAnyOrderEndsInOneCandidateForEachCart() {
    long seed = 20261121;
    Random random = new Random(seed);
    List<Fault> faults = List.of(Fault.values());
    for (int cart = 1; cart <= 300; cart++) {
      for (int fault = random.nextInt(4); fault > 0; fault--) {
        log.breakOff(1 + random.nextInt(CALLS), faults.get(random.nextInt(4)));
        deliver(event("C456", "CART-" + cart));
        clock.advance(Duration.ofSeconds(random.nextInt(40)));
      }
      deliverUntilDone(event("C456", "CART-" + cart));
      assertDuplicate(event("C456", "CART-" + cart));
    }
    assertThat(shop.stores().candidates().find("C456").candidates())
        .as("seed " + seed)
        .hasSize(300);
    assertThat(shop.stores().schedules().due(clock.instant().plus(Duration.ofDays(9)), 999))
        .as("seed " + seed)
        .hasSize(300);
  }

  @Test
  void aRefusedCallGivesTheClaimBackAtOnce() {
    log.breakOff(2, Fault.REFUSED);
    assertThat(deliver(event())).isInstanceOf(Disposition.Retry.class);
    assertThat(deliver(event())).isEqualTo(Disposition.DONE);
  }

  @Test
  void theEventOfADeadProcessWaitsForItsLease() {
    log.breakOff(2, Fault.DEAD_BEFORE);
    deliver(event());
    assertThat(deliver(event())).isEqualTo(new Disposition.Later(EventWork.LEASE));
    clock.advance(EventWork.LEASE.minusMillis(1));
    assertThat(deliver(event())).isEqualTo(new Disposition.Later(Duration.ofSeconds(1)));
    clock.advance(Duration.ofMillis(1));
    assertThat(deliver(event())).isEqualTo(Disposition.DONE);
  }

  @Test
  void whoeverLosesItsClaimWhileDecidingStoresNothing() {
    Stores stores = shop.stores();
    ReactiveStage quick = shop.worker(stores, stores.schedules());
    ReactiveStage slow =
        shop.worker(
            stores,
            (touch, channelType, at) -> {
              clock.advance(EventWork.LEASE);
              assertThat(handle(quick, event())).isEqualTo(Disposition.DONE);
              stores.schedules().schedule(touch, channelType, at);
            });
    assertThat(handle(slow, event())).isEqualTo(new Disposition.Later(Duration.ofSeconds(1)));
    assertThat(handle(slow, event())).isEqualTo(Disposition.DONE);
    assertThat(slow.report().stored()).isZero();
    assertThat(slow.report().duplicates()).isEqualTo(1);
    assertThat(quick.report().stored()).isEqualTo(1);
    assertThat(stores.candidates().find("C456").candidates().getFirst().storedAt())
        .isEqualTo(ABANDONED.plus(EventWork.LEASE));
  }

  private Disposition deliver(String body) {
    try {
      return handle(worker, body);
    } catch (Death e) {
      log.live();
      worker = shop.worker(new WatchedTables(tables, log));
      return new Disposition.Later(Duration.ofSeconds(1));
    }
  }

  private void deliverUntilDone(String body) {
    for (int receive = 1; receive <= 40; receive++) {
      Disposition disposition = deliver(body);
      if (disposition.equals(Disposition.DONE)) {
        return;
      }
      log.live();
      clock.advance(Duration.ofSeconds(1));
    }
    throw new AssertionError("the event is still not decided: " + deliver(body));
  }

  private void assertDuplicate(String body) {
    log.live();
    long before = worker.report().duplicates();
    assertThat(deliver(body)).isEqualTo(Disposition.DONE);
    assertThat(worker.report().duplicates()).isEqualTo(before + 1);
  }
}
