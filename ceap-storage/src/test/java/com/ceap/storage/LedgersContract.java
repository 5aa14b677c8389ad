package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers' ledgers keep to on every store. */
abstract class LedgersContract extends StoreContract {

  private static final Subject CART = new Subject("cart", "CART#1");

  private Stores stores;
  private LedgerRepository ledgers;

  LedgersContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock, Duration.ofDays(30));
    ledgers = stores.ledgers();
  }

  @Test
  void everyKindOfEntryIsKeptAndMakingItAgainWritesNothing() {
    Instant now = clock.instant();
    Exit exit = new Exit("carts", Optional.of(CART), "OrderPlaced", now);
    Exit broad = new Exit("carts", Optional.empty(), "CartEmptied", now.plusNanos(1));
    Suppression closed = new Suppression("email", "BOUNCED", now);
    Purchase purchase = new Purchase(CART, now);
    Send send = new Send("m1", now, "carts", "mail", "email", now.plusSeconds(60), false, 1);
    List<LedgerEntry> entries =
        List.of(
            new LedgerEntry.Consented(new Consent("C1", "carts", "sms", true), now),
            new LedgerEntry.Exited(exit),
            new LedgerEntry.Exited(broad),
            new LedgerEntry.Closed(closed),
            new LedgerEntry.Bought(purchase),
            new LedgerEntry.Reserved(send));
    CustomerLedger expected =
        new CustomerLedger(
            "C1",
            1,
            List.of(new OptOut("carts", "sms")),
            List.of(closed),
            List.of(exit, broad),
            List.of(purchase),
            List.of(send));
    for (int i = 0; i < 2; i++) {
      write(entries.toArray(LedgerEntry[]::new));
      assertThat(ledgers.find("C1")).isEqualTo(expected);
    }
    assertThat(stores.candidates().find("C1").ledger()).isEqualTo(expected);
    write(new LedgerEntry.Released("m1"), new LedgerEntry.Released("m1"));
    assertThat(ledgers.find("C1").send("m1")).contains(send.release());
  }

  @Test
  void aLedgerThatAnOlderReleaseWroteIsRead() {
    Instant now = clock.instant();
    Item send =
        Item.builder()
            .with("id", "m1")
            .with("at", Epoch.of(now))
            .with("program", "p")
            .with("channel", "email")
            .build();
    Item old =
        Item.builder()
            .withAll(CeapTables.CANDIDATES.keyItem(CandidateKeys.ledger("C1")))
            .with("version", 3)
            .with("consent", new Value.ListOf(List.of()))
            .with("purchases", new Value.ListOf(List.of()))
            .with("sends", new Value.ListOf(List.of(new Value.MapOf(send))))
            .build();
    tables.table(CeapTables.CANDIDATES).put(old, Condition.ALWAYS);
    CustomerLedger ledger = ledgers.find("C1");
    assertThat(ledger.sends()).containsExactly(new Send("m1", now, "p", "email"));
    assertThat(ledger.exits()).isEmpty();
    assertThat(ledger.version()).isEqualTo(3);
  }

  @Test
  void aDecisionIsMadeAnewOnWhatOthersWroteInBetween() {
    List<Long> seen = new ArrayList<>();
    String answer =
        ledgers.update(
            "C1",
            ledger -> {
              seen.add(ledger.version());
              if (seen.size() < 3) {
                write(reserved("other" + seen.size(), 9));
              }
              return LedgerChange.of("v" + ledger.version(), reserved("mine", 3));
            });
    assertThat(seen).containsExactly(0L, 1L, 2L);
    assertThat(answer).isEqualTo("v2");
    assertThat(ledgers.find("C1").sends().stream().map(Send::messageId))
        .containsExactly("other1", "other2", "mine");
  }

  @Test
  void aReservationStandsOnTheLedgerItWasDecidedOnAndOnNoOther() {
    Instant now = clock.instant();
    write(new LedgerEntry.Consented(new Consent("C1", "carts", "sms", true), now));
    List<Reservation> both = List.of(reservation("C1", "m1"), reservation("C2", "m2"));
    write(new LedgerEntry.Bought(new Purchase(CART, now)));
    assertThat(ledgers.reserve(both))
        .containsExactly(new Attempt.Answered<>(false), new Attempt.Answered<>(true));
    assertThat(ledgers.find("C1").send("m1")).isEmpty();
    assertThat(ledgers.find("C2").send("m2")).isPresent();
    assertThat(ledgers.reserve(List.of(reservation("C1", "m1"))))
        .containsExactly(new Attempt.Answered<>(true));
    assertThat(ledgers.find("C1").version()).isEqualTo(3);
    assertThat(ledgers.find("C1").optOuts()).containsExactly(new OptOut("carts", "sms"));
  }

  private Reservation reservation(String customerId, String messageId) {
    CandidateKey key = new CandidateKey(customerId, "carts", "US", CART);
    Send send = new Send(messageId, clock.instant(), "carts", "email");
    return new Reservation(stores.deliveries().find(key, messageId).read(), send);
  }

  @Test
  void afterFiveLostRacesItIsAConflict() {
    List<Long> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                ledgers.update(
                    "C1",
                    ledger -> {
                      seen.add(ledger.version());
                      write(reserved("other" + seen.size(), 9));
                      return LedgerChange.of("", reserved("mine", 3));
                    }))
        .isInstanceOf(CeapException.class)
        .hasMessage("a ledger was written by others 5 times in a row")
        .extracting(e -> ((CeapException) e).code())
        .isEqualTo(ErrorCode.STORE_CONFLICT);
    assertThat(ledgers.find("C1").send("mine")).isEmpty();
  }

  @Test
  void ofAnOptOutAndItsWithdrawalAtTheSameMomentTheOptOutHolds() {
    Instant now = clock.instant();
    LedgerEntry out = new LedgerEntry.Consented(new Consent("C1", "carts", "sms", true), now);
    LedgerEntry in = new LedgerEntry.Consented(new Consent("C1", "carts", "sms", false), now);
    write(out);
    write(in);
    assertThat(ledgers.find("C1").optedOut("carts", "sms")).isTrue();
    write(new LedgerEntry.Consented(new Consent("C1", "carts", "sms", false), now.plusNanos(1)));
    write(out);
    assertThat(ledgers.find("C1").optedOut("carts", "sms")).isFalse();
  }

  @Test
  void withoutEntriesNothingIsWritten() {
    write(reserved("m1", 1));
    long version = ledgers.update("C1", ledger -> LedgerChange.none(ledger.version()));
    assertThat(version).isEqualTo(1);
    assertThat(ledgers.find("C1").version()).isEqualTo(1);
  }

  @Test
  void aWithdrawalTakesAwayTheReservationItNamesAndNoLaterOne() {
    write(reserved("m1", 1));
    write(new LedgerEntry.Withdrawn("m1", 1));
    write(new LedgerEntry.Withdrawn("m1", 1));
    assertThat(ledgers.find("C1").send("m1")).isEmpty();
    write(reserved("m1", 3));
    write(new LedgerEntry.Withdrawn("m1", 1));
    assertThat(ledgers.find("C1").send("m1").map(Send::reservation)).contains(3L);
    write(new LedgerEntry.Released("m1"));
    write(new LedgerEntry.Withdrawn("m1", 3));
    assertThat(ledgers.find("C1").send("m1").map(Send::released)).contains(true);
  }

  @Test
  void whatHasOutlivedTheRetentionGoesWithTheNextWriteAndConsentStays() {
    Instant then = clock.instant();
    write(
        reserved("old", 1),
        new LedgerEntry.Exited(new Exit("p", Optional.of(CART), "OrderPlaced", then)),
        new LedgerEntry.Closed(new Suppression("sms", "STOPPED", then)),
        new LedgerEntry.Bought(new Purchase(CART, then)),
        new LedgerEntry.Consented(new Consent("C1", "p", "push", true), then));
    clock.advance(Duration.ofDays(30));
    write(reserved("m30", 2));
    assertThat(ledgers.find("C1").sends()).hasSize(2);
    clock.advance(Duration.ofMinutes(2));
    write(reserved("m30b", 3));
    CustomerLedger ledger = ledgers.find("C1");
    assertThat(ledger.sends().stream().map(Send::messageId)).containsExactly("m30", "m30b");
    assertThat(ledger.exits()).isEmpty();
    assertThat(ledger.suppressions()).hasSize(1);
    assertThat(ledger.purchases()).hasSize(1);
    assertThat(ledger.optedOut("p", "push")).isTrue();
  }

  @Test
  void anImportKeepsWhatIsOld() {
    Send old = new Send("m", clock.instant().minus(Duration.ofDays(400)), "p", "email");
    ledgers.addSends(Map.of("C1", List.of(old)));
    assertThat(ledgers.find("C1").sends()).containsExactly(old);
  }

  @Test
  void theShadowLedgerIsAnother() {
    write(reserved("m1", 1));
    stores.shadowLedgers().update("C1", _ -> LedgerChange.of("", reserved("shadow", 1)));
    assertThat(stores.shadowLedgers().find("C1").sends().stream().map(Send::messageId))
        .containsExactly("shadow");
    assertThat(ledgers.find("C1").send("shadow")).isEmpty();
    assertThat(stores.candidates().find("C1").ledger()).isEqualTo(ledgers.find("C1"));
  }

  private void write(LedgerEntry... entries) {
    ledgers.update("C1", _ -> LedgerChange.of("", entries));
  }

  private LedgerEntry reserved(String messageId, long reservation) {
    Instant now = clock.instant();
    return new LedgerEntry.Reserved(
        new Send(messageId, now, "p", "email", "email", now.plusSeconds(60), false, reservation));
  }
}
