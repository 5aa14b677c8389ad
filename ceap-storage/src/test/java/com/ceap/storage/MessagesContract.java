package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.Device;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.MessageRepository.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What messages, controls and rates keep to on every store. */
abstract class MessagesContract extends StoreContract {

  private static final CandidateKey KEY =
      new CandidateKey("C#1", "p", "US", new Subject("cart", "CART#1"));

  private Stores stores;
  private MessageRepository messages;

  MessagesContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock);
    messages = stores.messages();
  }

  @Test
  void aMessageIsRecordedOnceAndComesBackUnchanged() {
    Message sent = message("m1", MessageState.SENT);
    assertThat(record(sent)).isTrue();
    assertThat(record(message("m1", MessageState.SUPPRESSED))).isFalse();
    assertThat(record(message("m1", MessageState.UNKNOWN))).isFalse();
    assertThat(messages.find("C#1", "m1")).contains(sent);
    assertThat(messages.find("C#1", "m")).isEmpty();
    assertThat(messages.find("C", "m1")).isEmpty();
  }

  @Test
  void thatNobodyKnowsGivesWayToTheWordOfWhoeverHandedItOver() {
    for (MessageState word : List.of(MessageState.SENT, MessageState.FAILED)) {
      record(message(word.name(), MessageState.UNKNOWN));
      assertThat(record(message(word.name(), word))).isTrue();
      assertThat(record(message(word.name(), MessageState.UNKNOWN))).isFalse();
      assertThat(state(word.name())).isEqualTo(word);
    }
    record(message("s", MessageState.SUPPRESSED));
    assertThat(record(message("s", MessageState.SENT))).isFalse();
  }

  @Test
  void aVerdictIsRecordedOnceAndOnTheLedgerItWasReachedOnAlone() {
    CustomerLedger empty = stores.ledgers().find("C#1");
    Message verdict = message("m1", MessageState.SUPPRESSED);
    assertThat(messages.recordVerdict(verdict, expires(), empty)).isEqualTo(Recording.RECORDED);
    assertThat(messages.find("C#1", "m1")).contains(verdict);
    assertThat(stores.ledgers().find("C#1")).isEqualTo(withVersion(empty, 1));
    Message other = message("m2", MessageState.SHADOWED);
    assertThat(messages.recordVerdict(other, expires(), empty)).isEqualTo(Recording.OVERTAKEN);
    assertThat(messages.find("C#1", "m2")).isEmpty();
    addSends(stores.ledgers(), "real");
    CustomerLedger ledger = stores.ledgers().find("C#1");
    assertThat(messages.recordVerdict(verdict, expires(), ledger)).isEqualTo(Recording.KNOWN);
    assertThat(messages.recordVerdict(other, expires(), ledger)).isEqualTo(Recording.RECORDED);
    assertThat(stores.ledgers().find("C#1")).isEqualTo(withVersion(ledger, 3));
  }

  @Test
  void noVerdictIsRecordedOfWhoWasErasedUntilTheyTakeTheirOptOutBack() {
    stores.erasures().erase("C#1", clock.instant());
    Message verdict = message("m1", MessageState.SUPPRESSED);
    assertThat(messages.recordVerdict(verdict, expires(), stores.ledgers().find("C#1")))
        .isEqualTo(Recording.FORGOTTEN);
    assertThat(messages.ofCustomer("C#1")).isEmpty();
    Consent back = new Consent("C#1", Consent.ALL, Consent.ALL, false);
    stores.ledgers().importConsents(List.of(new Versioned<>(back, clock.instant().plusSeconds(1))));
    assertThat(messages.recordVerdict(verdict, expires(), stores.ledgers().find("C#1")))
        .isEqualTo(Recording.RECORDED);
  }

  @Test
  void whatIsReservedOnALedgerThatAVerdictWasReachedOnIsDecidedAnew() {
    List<Boolean> recorded = new ArrayList<>();
    stores
        .ledgers()
        .update(
            "C#1",
            ledger -> {
              recorded.add(messages.find("C#1", "m1").isPresent());
              if (recorded.size() == 1) {
                messages.recordVerdict(message("m1", MessageState.SUPPRESSED), expires(), ledger);
              }
              Send send = new Send("m1", clock.instant(), "p", "email");
              return LedgerChange.of("", new LedgerEntry.Reserved(send));
            });
    assertThat(recorded).containsExactly(false, true);
  }

  private static CustomerLedger withVersion(CustomerLedger ledger, long version) {
    return new CustomerLedger(
        ledger.customerId(), version, ledger.optOuts(), ledger.purchases(), ledger.sends());
  }

  @Test
  void feedbackEndsInTheSameStateInWhateverOrderItComes() {
    List<MessageState> feedback = new ArrayList<>();
    for (MessageState state : MessageState.values()) {
      if (state.rank() > MessageState.SENT.rank() && state != MessageState.COMPLAINED) {
        feedback.addAll(List.of(state, state));
      }
    }
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(feedback, new Random(seed));
      String id = "m" + seed;
      record(message(id, MessageState.SENT));
      feedback.forEach(state -> advance(id, state));
      assertThat(state(id)).as("seed " + seed).isEqualTo(MessageState.CONVERTED);
    }
  }

  @Test
  void feedbackRaisesAMessageOnceAndLeavesFinalStatesAndUnrecordedMessagesAlone() {
    assertThat(advance("none", MessageState.DELIVERED)).isFalse();
    assertThat(messages.find("C#1", "none")).isEmpty();
    record(message("m1", MessageState.UNKNOWN));
    assertThat(advance("m1", MessageState.DELIVERED)).isTrue();
    assertThat(advance("m1", MessageState.DELIVERED)).isFalse();
    assertThat(advance("m1", MessageState.SENT)).isFalse();
    assertThat(messages.find("C#1", "m1").orElseThrow().reason()).contains("DETAIL");
    for (MessageState end :
        List.of(MessageState.FAILED, MessageState.SUPPRESSED, MessageState.SHADOWED)) {
      record(message(end.name(), end));
      assertThat(advance(end.name(), MessageState.DELIVERED)).as(end.name()).isFalse();
    }
  }

  @Test
  void aFailureIsRecordedTogetherWithTheUnitItGivesBack() {
    Instant now = clock.instant();
    Send send = new Send("m1", now, "p", "email", "email", now.plusSeconds(60), false, 1);
    stores.ledgers().update("C#1", _ -> LedgerChange.of("", new LedgerEntry.Reserved(send)));
    LedgerEntry released = new LedgerEntry.Released("m1");
    LedgerEntry closed = new LedgerEntry.Closed(new Suppression("email", "BOUNCED", now));
    Message failed = message("m1", MessageState.FAILED);
    assertThat(messages.record(failed, expires(), List.of(released, closed))).isTrue();
    assertThat(messages.find("C#1", "m1")).contains(failed);
    assertThat(stores.ledgers().find("C#1").sends()).containsExactly(send.release());
    assertThat(stores.ledgers().find("C#1").suppression("email")).isPresent();
    assertThat(messages.record(failed, expires(), List.of(released, closed))).isFalse();
    assertThat(stores.ledgers().find("C#1").version()).isEqualTo(2);
  }

  @Test
  void whereAMessageIsRecordedAlreadyTheLedgerStaysAsItIs() {
    Instant now = clock.instant();
    record(message("m1", MessageState.SENT));
    LedgerEntry closed = new LedgerEntry.Closed(new Suppression("email", "BOUNCED", now));
    assertThat(messages.record(message("m1", MessageState.FAILED), expires(), List.of(closed)))
        .isFalse();
    assertThat(stores.ledgers().find("C#1").version()).isZero();
  }

  @Test
  void aCustomersMessagesComeOldestFirstAndNobodyElses() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String id = Integer.toHexString(997 * i % 31);
      ids.add(id);
      record(message(id, MessageState.SENT));
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(messages.ofCustomer("C#1").stream().map(Message::messageId)).isEqualTo(ids);
    assertThat(messages.ofCustomer("C")).isEmpty();
    assertThat(stores.candidates().find("C#1").candidates()).isEmpty();
    clock.advance(Duration.ofDays(40));
    assertThat(messages.ofCustomer("C#1")).isEmpty();
  }

  @Test
  void aPauseHoldsItsProgramOrChannelUntilItIsTakenBack() {
    ControlRepository controls = stores.controls();
    assertThat(controls.paused("p", "email")).isFalse();
    controls.pause("p", Optional.of("email"));
    controls.pause("p", Optional.of("email"));
    assertThat(controls.paused("p", "email")).isTrue();
    assertThat(controls.paused("p", "sms")).isFalse();
    assertThat(controls.paused("q", "email")).isFalse();
    controls.pause("p", Optional.empty());
    assertThat(controls.paused("p", "sms")).isTrue();
    controls.resume("p", Optional.empty());
    assertThat(controls.pauses("p").channels()).containsExactly("email");
    assertThat(controls.pauses("p").hold("mail", "email")).isTrue();
    controls.resume("p", Optional.of("email"));
    assertThat(controls.paused("p", "email")).isFalse();
  }

  @Test
  void allThatDecidesAboutAMessageIsReadInOneCall() {
    ScoredCandidate decision = Samples.decision(new SplittableRandom(3), KEY);
    DeliveryState nothing = stores.deliveries().find(KEY, "m1");
    assertThat(nothing.candidate(KEY)).isEmpty();
    assertThat(nothing.message()).isEmpty();
    assertThat(nothing.customer()).isEmpty();
    assertThat(nothing.ledger()).isEqualTo(CustomerLedger.empty("C#1"));
    RunStamp run = Samples.run("r1", LocalDate.parse("2026-11-19"), clock.instant());
    stores.candidates().storeAll(run, List.of(decision));
    stores.outcomes().record(KEY, Outcome.CONSUMED, clock.instant(), expires());
    addSends(stores.ledgers(), "real");
    Message sent = message("m1", MessageState.SENT);
    record(sent);
    Customer customer = customer();
    Device device = customer.devices().getFirst();
    stores.customers().importAll(List.of(new Versioned<>(customer, clock.instant())));
    stores.customers().importDevices(List.of(new Versioned<>(device, clock.instant())));
    stores.controls().pause("p", Optional.of("sms"));
    DeliveryState state = stores.deliveries().find(KEY, "m1");
    assertThat(state.candidate(KEY).map(StoredCandidate::decision)).contains(decision);
    assertThat(state.outcome(KEY)).contains(Outcome.CONSUMED);
    assertThat(state.ledger().send("real")).isPresent();
    assertThat(state.message()).contains(sent);
    assertThat(state.customer()).contains(customer);
    assertThat(state.pauses().hold("text", "sms")).isTrue();
  }

  @Test
  void devicesAreReadForMessagesThatGoToThemAlone() {
    Customer customer = customer();
    Device device = customer.devices().getFirst();
    stores.customers().importAll(List.of(new Versioned<>(customer, clock.instant())));
    stores.customers().importDevices(List.of(new Versioned<>(device, clock.instant())));
    List<DeliveryState> states =
        List.of(
            stores.deliveries().findAll(List.of(planned(true))).getFirst(),
            stores.deliveries().findAll(List.of(planned(false))).getFirst());
    assertThat(states.get(0).customer().map(Customer::devices)).contains(List.of(device));
    assertThat(states.get(1).customer().map(Customer::devices)).contains(List.of());
    assertThat(states.get(1).customer().flatMap(Customer::email)).isEqualTo(customer.email());
  }

  private static PlannedMessage planned(boolean toDevices) {
    return new PlannedMessage("m1", List.of(KEY), toDevices);
  }

  private void addSends(LedgerRepository ledgers, String messageId) {
    ledgers.addSends(Map.of("C#1", List.of(new Send(messageId, clock.instant(), "p", "email"))));
  }

  private static Customer customer() {
    return new Customer(
        "C#1",
        Customer.Status.ACTIVE,
        Optional.of("Ann"),
        Optional.of("US"),
        Optional.of(ZoneId.of("America/New_York")),
        Optional.empty(),
        Optional.of("someone@example.com"),
        Optional.empty(),
        true,
        List.of(new Device("C#1", "t1", "ios")));
  }

  private boolean record(Message message) {
    return messages.record(message, expires());
  }

  private boolean advance(String id, MessageState state) {
    return messages.advance("C#1", id, state, clock.instant(), Optional.of("DETAIL"));
  }

  private MessageState state(String id) {
    return messages.find("C#1", id).orElseThrow().state();
  }

  private Instant expires() {
    return clock.instant().plus(Duration.ofDays(30));
  }

  private Message message(String id, MessageState state) {
    return new Message(
        id,
        KEY,
        "mail",
        "email",
        1,
        state,
        state.rank() == 0 ? Optional.of("REASON") : Optional.empty(),
        clock.instant(),
        state == MessageState.SENT ? Optional.of("provider-1") : Optional.empty(),
        "v1");
  }
}
