package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static com.ceap.lambdas.reactive.CartShop.answering;
import static com.ceap.lambdas.reactive.CartShop.event;
import static com.ceap.lambdas.reactive.CartShop.handle;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Cursor;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.ScheduledTouch;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReactiveStageTest {
  private static final String PROGRAM = "abandoned-cart-recovery";
  private static final CandidateKey KEY =
      new CandidateKey("C456", PROGRAM, "US", new Subject("cart", "CART-789"));
  private static final Instant FAR = ABANDONED.plus(Duration.ofDays(30));

  private final CallLog log = new CallLog();
  private final MovedClock clock = new MovedClock(ABANDONED.plusMillis(10));
  private final MemoryTables tables = new MemoryTables(clock);
  private final CartShop shop = new CartShop(tables, clock);
  private final ReactiveStage worker = shop.worker(new WatchedTables(tables, log));

  @Test
  void anAbandonedCartBecomesACandidateWithItsOfferAndItsFirstTouch() {
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);

    StoredCandidate stored = shop.stores().candidates().find(KEY).orElseThrow();
    ScoredCandidate decision = stored.decision();
    assertThat(decision.score()).isEqualTo(0.78);
    assertThat(decision.discountPercent()).hasValue(15);
    assertThat(decision.candidate().attributes().text("offer_code")).contains("CART15");
    assertThat(decision.candidate().attributes().number("cart_value")).hasValue(150);
    assertThat(decision.candidate().attributes().integer("item_count")).hasValue(3);
    assertThat(decision.candidate().channels()).containsExactly("email", "sms");
    assertThat(decision.candidate().eventTime()).isEqualTo(ABANDONED);
    assertThat(decision.features().asMap()).containsEntry("purchase_history", 12L);
    assertThat(stored.runId()).isEqualTo("event/e-CART-789");
    assertThat(stored.businessDate()).isEqualTo(LocalDate.parse("2026-01-18"));
    assertThat(stored.expires())
        .isEqualTo(
            Instant.ofEpochSecond(clock.instant().plus(Duration.ofDays(7)).getEpochSecond()));
    assertThat(
            shop.stores()
                .candidates()
                .top(PROGRAM, List.of("US"), "email", 0, 10, Cursor.START)
                .candidates())
        .hasSize(1);
    assertThat(shop.stores().scores().find("purchase-intent-v4", List.of(KEY))).hasSize(1);
    assertThat(touches()).containsExactly(touch("email", ABANDONED.plus(Duration.ofHours(1))));
    assertThat(worker.report())
        .isEqualTo(new ReactiveReport(1, 0, 0, 0, 0, Map.of(), Map.of(), Map.of()));
  }

  @Test
  void aSecondEventForTheSameCartMakesNoSecondCandidate() {
    handle(worker, event());
    StoredCandidate first = shop.stores().candidates().find(KEY).orElseThrow();
    clock.advance(Duration.ofDays(3));
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(shop.stores().candidates().find(KEY)).contains(first);
    assertThat(touches()).hasSize(1);
    assertThat(worker.report().duplicates()).isEqualTo(1);
  }

  @Test
  void aFilterThatRejectsIsRememberedWithItsReasonAndNothingIsScheduled() {
    String unknown = event("C9", "CART-1");
    assertThat(handle(worker, unknown)).isEqualTo(Disposition.DONE);
    assertThat(handle(worker, unknown)).isEqualTo(Disposition.DONE);
    RejectedEvent rejected = shop.stores().decisions().rejected("C9").getFirst();
    assertThat(rejected.rejection().filterId()).isEqualTo("trust");
    assertThat(rejected.rejection().reasonCode()).isEqualTo("CUSTOMER_UNKNOWN");
    assertThat(rejected.key().marketplace()).isEqualTo("US");
    assertThat(rejected.eventId()).isEqualTo("e-CART-1");
    assertThat(rejected.eventTime()).isEqualTo(ABANDONED);
    assertThat(shop.stores().candidates().find("C9").candidates()).isEmpty();
    assertThat(touches()).isEmpty();
    ReactiveReport report = worker.report();
    assertThat(report.rejected()).isEqualTo(Map.of("trust", Map.of("CUSTOMER_UNKNOWN", 1L)));
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.events()).isEqualTo(2);
  }

  @Test
  void aCustomerOfAMarketplaceThatTheProgramDoesNotServeIsRejected() {
    shop.addCustomer("C7", "CA");
    handle(worker, event("C7", "CART-1"));
    RejectedEvent rejected = shop.stores().decisions().rejected("C7").getFirst();
    assertThat(rejected.rejection().filterId()).isEqualTo("reactive");
    assertThat(rejected.rejection().reasonCode()).isEqualTo("MARKETPLACE_NOT_SERVED");
    assertThat(rejected.rejection().sentence())
        .isEqualTo("marketplace CA is none of the program's [US, UK, DE, FR, JP, IN, BR, AU]");
  }

  @Test
  void aModelWithoutTheFeaturesItNeedsRejects() {
    String bare = event("C456", "CART-2").replace("\"cartValue\"", "\"other\"");
    shop.publish(
        "detail-type: [\"CartAbandoned\"]",
        "detail-type: [\"CartLeft\"]",
        "parameters:\n      minCartValue: 50",
        "enabled: false\n    parameters:\n      minCartValue: 50");
    handle(worker, bare.replace("CartAbandoned", "CartLeft"));
    assertThat(worker.report().rejected())
        .isEqualTo(Map.of("score", Map.of("FEATURE_MISSING", 1L)));
  }

  @Test
  void whatIsInvalidIsDeadWithItsReasonAndTouchesNothing() {
    log.live();
    Disposition.Dead dead =
        (Disposition.Dead) handle(worker, event().replace("150.00", "\"150.00\""));
    assertThat(dead.code()).isEqualTo(ErrorCode.EVENT_INVALID);
    assertThat(dead.reason())
        .isEqualTo(
            "event CartAbandoned is invalid: detail.cartValue must be a number from 0.01 to 999999,"
                + " was text of 6 characters");
    assertThat(handle(worker, "no JSON")).isInstanceOf(Disposition.Dead.class);
    clock.goTo(ABANDONED.plus(Duration.ofDays(7)));
    assertThat(((Disposition.Dead) handle(worker, event())).code()).isEqualTo(ErrorCode.EVENT_LATE);
    clock.goTo(ABANDONED.minus(Duration.ofMinutes(6)));
    assertThat(((Disposition.Dead) handle(worker, event())).code())
        .isEqualTo(ErrorCode.EVENT_FROM_FUTURE);
    assertThat(log.calls()).isEmpty();
    assertThat(worker.report().dead())
        .isEqualTo(
            Map.of(
                ErrorCode.EVENT_INVALID, 2L,
                ErrorCode.EVENT_LATE, 1L,
                ErrorCode.EVENT_FROM_FUTURE, 1L));
  }

  @Test
  void oneBadEventOfABatchFailsAlone() {
    List<Disposition> dispositions =
        worker.handle(
            List.of(
                new QueueMessage("1", "{}", 1),
                new QueueMessage("2", event(), 1),
                new QueueMessage("3", event(), 1)));
    assertThat(dispositions.getFirst()).isInstanceOf(Disposition.Dead.class);
    assertThat(dispositions.subList(1, 3)).containsOnly(Disposition.DONE);
    assertThat(worker.report().stored()).isEqualTo(1);
    assertThat(worker.report().duplicates()).isEqualTo(1);
  }

  @Test
  void aTouchWhoseTimeHasPassedIsDueAtOnce() {
    clock.goTo(ABANDONED.plus(Duration.ofHours(5)));
    handle(worker, event());
    assertThat(touches()).containsExactly(touch("email", clock.instant()));
  }

  @Test
  void aModelThatIsDownPutsTheEventBackAndFreesItsClaim() {
    shop.model(CartShopModels.DOWN);
    Disposition.Retry retry = (Disposition.Retry) handle(worker, event());
    assertThat(retry.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    assertThat(touches()).isEmpty();
    shop.model(answering(0.5, 5));
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(worker.report().retried()).isEqualTo(Map.of(ErrorCode.MODEL_UNAVAILABLE, 1L));
    assertThat(worker.report().stored()).isEqualTo(1);
  }

  @Test
  void aCachedScoreStandsInForAModelThatIsDownAndStaysInTheCacheAsItWas() {
    Score known =
        new Score(
            "purchase-intent-v4", 0.6, OptionalInt.of(5), Score.Origin.MODEL, clock.instant());
    shop.stores().scores().put(Map.of(KEY, List.of(known)));
    shop.model(CartShopModels.DOWN);
    log.live();
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(log.calls()).hasSize(5);
    Score score = shop.stores().candidates().find(KEY).orElseThrow().decision().scores().getFirst();
    assertThat(score.origin()).isEqualTo(Score.Origin.CACHE);
    assertThat(score.value()).isEqualTo(0.6);
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(shop.stores().scores().find("purchase-intent-v4", List.of(KEY))).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(shop.stores().scores().find("purchase-intent-v4", List.of(KEY))).isEmpty();
  }

  @Test
  void aDefectIsTriedAgainAndItsMessageIsNotRepeated() {
    ReactiveStage broken =
        shop.worker(
            shop.stores(),
            (touch, channelType, at) -> {
              throw new IllegalStateException("customer C456");
            });
    assertThat(handle(broken, event()))
        .isEqualTo(
            new Disposition.Retry(
                ErrorCode.DEFECT, "an event met java.lang.IllegalStateException"));
    assertThat(shop.stores().candidates().find(KEY)).isEmpty();
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(worker.report().stored()).isEqualTo(1);
  }

  @Test
  void aSchedulerThatIsDownPutsTheEventBack() {
    ReactiveStage down =
        shop.worker(
            shop.stores(),
            (touch, channelType, at) -> {
              throw new CeapException(ErrorCode.SCHEDULER_UNAVAILABLE, "the scheduler is down");
            });
    assertThat(handle(down, event()))
        .isEqualTo(new Disposition.Retry(ErrorCode.SCHEDULER_UNAVAILABLE, "the scheduler is down"));
    assertThat(shop.stores().candidates().find(KEY)).isEmpty();
  }

  @Test
  void anEventThatFiltersRejectTakesAtMostThreeCallsToTheStore() {
    log.live();
    handle(worker, event("C9", "CART-1"));
    assertThat(log.calls())
        .containsExactly("update dedup", "read of several tables", "transaction");
  }

  @Test
  void anEventThatIsStoredAndScheduledTakesAtMostFiveCallsToTheStore() {
    log.live();
    handle(worker, event());
    assertThat(log.calls())
        .containsExactly("update dedup", "read of several tables", "put schedules", "transaction");
  }

  private List<ScheduledTouch> touches() {
    return shop.stores().schedules().due(FAR, 100);
  }

  private ScheduledTouch touch(String channelType, Instant at) {
    String version =
        shop.place(shop.stores(), shop.stores().schedules())
            .programs()
            .newest(PROGRAM)
            .orElseThrow()
            .version();
    DueTouch touch = new DueTouch(KEY, 1, ABANDONED, version, 0);
    return new ScheduledTouch(touch.scheduleName(), channelType, at, touch);
  }
}
