package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Identifiers;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.Claim;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainJourneysIT {
  private static final String CARTS = "abandoned-cart-recovery";
  private static final Instant LEFT = Instant.parse("2026-02-27T10:00:00Z");

  @TempDir private Path data;

  @Test
  void aJourneyIsExplainedFromItsEventToThePurchase() {
    with(
        (stores, version) -> {
          storeCandidate(stores, "C1");
          message(stores, version, "C1", 1, "email", MessageState.CONVERTED, Optional.empty());
          message(stores, version, "C1", 2, "sms", MessageState.SUPPRESSED, Optional.of("EXITED"));
          buy(stores, "C1");
        });

    String message = Identifiers.touchMessage(key("C1"), "email", 1);
    assertThat(explain("C1").out())
        .isEqualTo(
            """
            abandoned-cart-recovery: what events of customer C1 led to

            cart CART-1, UK: converted
              event     2026-02-27T10:00:00Z, decided 2026-02-27T10:00:00Z
              passed    trust
              passed    cart-value
              passed    eligibility
              passed    frequency-cap
              passed    inventory
              feature   cart_value = 150.0
              score     purchase-intent-v4 0.7800 (model)
              combined  0.7800
              discount  10 %
              channels  email, sms
              code      CART10
              touch 1   email  CONVERTED at 2026-02-27T11:00:00Z, message {1}
              touch 2   sms    SUPPRESSED (EXITED) at 2026-02-28T10:00:00Z, message {2}
              touch 3   push   never comes: the journey has ended
              exit      OrderPlaced at 2026-02-27T12:00:00Z
              bought    order O-1 of 135.00 GBP at 2026-02-27T12:00:00Z, counted for touch 1 (email)
            """
                .replace("{1}", message)
                .replace("{2}", Identifiers.touchMessage(key("C1"), "sms", 2)));
  }

  @Test
  void whatStillWaitsIsSaidWithItsTime() {
    with((stores, _) -> storeCandidate(stores, "C1"));

    assertThat(explain("C1").out())
        .contains(
            "cart CART-1, UK: candidate\n",
            "  touch 1   email  waits since 2026-02-27T11:00:00Z\n",
            "  touch 3   push   due at 2026-03-02T10:00:00Z\n");
  }

  @Test
  void anEventThatWasTurnedAwayIsExplainedByItsVerdict() throws IOException {
    with(
        (stores, version) -> {
          RejectedEvent event =
              new RejectedEvent(
                  key("C2"),
                  new Rejection("eligibility", "OPTED_OUT", "the customer opted out"),
                  "e-2",
                  LEFT,
                  LEFT,
                  version);
          var _ = stores.decisions().reject(event, LEFT.plus(Duration.ofDays(9)), Claim.NONE);
        });

    assertThat(explain("C2").out())
        .isEqualTo(
            """
            abandoned-cart-recovery: what events of customer C2 led to

            cart CART-1, UK: rejected
              event     2026-02-27T10:00:00Z, turned away
              passed    trust
              passed    cart-value
              rejected  eligibility: OPTED_OUT, the customer opted out
            """);
    JsonNode subject = explain("C2", "--json").json().path("subjects").path(0);
    assertThat(subject.path("rejection").path("reason").asText()).isEqualTo("OPTED_OUT");
    assertThat(subject.path("passed")).hasSize(2);
  }

  @Test
  void machinesReadTheSame() throws IOException {
    with(
        (stores, version) -> {
          storeCandidate(stores, "C1");
          message(stores, version, "C1", 1, "email", MessageState.CONVERTED, Optional.empty());
          buy(stores, "C1");
        });

    JsonNode subject = explain("C1", "--json").json().path("subjects").path(0);

    assertThat(subject.path("candidate").path("offerCode").asText()).isEqualTo("CART10");
    assertThat(subject.path("touches")).hasSize(3);
    assertThat(subject.path("touches").path(0).path("state").asText()).isEqualTo("CONVERTED");
    assertThat(subject.path("conversion").path("by").path("touch").asInt()).isEqualTo(1);
    assertThat(subject.path("exits").path(0).path("event").asText()).isEqualTo("OrderPlaced");
  }

  @Test
  void aCustomerWithoutEventsIsToldApartFromAProgramWithoutAny() {
    with((_, _) -> {});

    assertThat(explain("nobody").out()).contains("Nothing is recorded: no event of this customer");
    CommandRun unknown =
        CommandRun.of("explain", "carts", "--customer", "C1", "--data", data.toString());
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no run of 'carts' is recorded in " + data);
  }

  private CommandRun explain(String customer, Object... more) {
    List<String> arguments =
        List.of("explain", CARTS, "--customer", customer, "--data", data.toString());
    return CommandRun.of(CommandRun.with(arguments, more));
  }

  /** What is stored before a command explains it. */
  @FunctionalInterface
  private interface Given {
    void store(Stores stores, String programVersion);
  }

  private void with(Given given) {
    InstantSource clock = InstantSource.fixed(CommandRun.NOW);
    Path home = ProjectRoot.find();
    try (LocalPlatform platform = LocalPlatform.open(data, StoreKind.EMBEDDED, home, clock)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      var _ = new ProgramPublisher(platform.objects(), loader).publish(home.resolve("programs"));
      given.store(
          platform.stores(),
          new ObjectPrograms(platform.objects(), loader).newest(CARTS).orElseThrow().version());
    }
  }

  private static CandidateKey key(String customer) {
    return new CandidateKey(customer, CARTS, "UK", new Subject("cart", "CART-1"));
  }

  private static void storeCandidate(Stores stores, String customer) {
    Candidate candidate =
        new Candidate(
            key(customer),
            Context.EMPTY,
            Attributes.of(Map.of("cart_value", 150.0, "offer_code", "CART10")),
            List.of("email", "sms"),
            LEFT);
    ScoredCandidate decision =
        new ScoredCandidate(
            candidate,
            Attributes.of(Map.of("cart_value", 150.0)),
            List.of(
                new Score(
                    "purchase-intent-v4", 0.78, OptionalInt.of(10), Score.Origin.MODEL, LEFT)),
            0.78,
            OptionalInt.of(10));
    RunStamp stamp = new RunStamp("event/e-1", LocalDate.of(2026, 2, 27), LEFT, Duration.ofDays(7));
    stores.candidates().storeAll(stamp, List.of(decision));
  }

  private static void message(
      Stores stores,
      String version,
      String customer,
      int touch,
      String channel,
      MessageState state,
      Optional<String> reason) {
    Instant at = LEFT.plus(touch == 1 ? Duration.ofHours(1) : Duration.ofDays(1));
    Message message =
        new Message(
            Identifiers.touchMessage(key(customer), channel, touch),
            key(customer),
            channel,
            channel,
            touch,
            state,
            reason,
            at,
            Optional.empty(),
            version);
    var _ = stores.messages().record(message, LEFT.plus(Duration.ofDays(45)));
  }

  private static void buy(Stores stores, String customer) {
    Instant at = LEFT.plus(Duration.ofHours(2));
    Exit exit = new Exit(CARTS, Optional.of(key(customer).subject()), "OrderPlaced", at);
    stores.ledgers().update(customer, _ -> LedgerChange.of(true, new LedgerEntry.Exited(exit)));
    Conversion order =
        new Conversion(
            "O-1",
            new BigDecimal("135.00"),
            Optional.of("GBP"),
            at,
            Optional.of(
                new ByMessage(Identifiers.touchMessage(key(customer), "email", 1), 1, "email")));
    var _ = stores.outcomes().record(key(customer), order, LEFT.plus(Duration.ofDays(45)));
  }
}
