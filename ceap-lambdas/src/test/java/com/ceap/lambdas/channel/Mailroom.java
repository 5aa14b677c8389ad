package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.DueTouch;
import com.ceap.model.Identifiers;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.Program;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A store with one customer's cart, a provider that does as it is told, and the stage. */
final class Mailroom {
  /** When the cart was left; noon in New York. */
  static final Instant LEFT = Instant.parse("2026-03-02T17:00:00Z");

  static final CandidateKey KEY =
      new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-1"));

  final Stores stores;
  final DeliveryStage stage;
  final LeaseSweeper sweeper;
  final PublishedVersions programs = new PublishedVersions();
  final ScheduledTouches scheduled = new ScheduledTouches();
  final List<OutgoingMessage> handedOver = new ArrayList<>();
  final List<MessageContent> composed = new ArrayList<>();
  final List<Program> composedBy = new ArrayList<>();
  DeliveryScheduler scheduler = scheduled;
  Function<OutgoingMessage, Handover> provider = m -> new Handover.Accepted("p-" + m.messageId());
  Function<MessageContent, Composition> composer = Mailroom::text;
  Instant now = LEFT.plus(Duration.ofHours(1));

  Mailroom(ProgramDraft... drafts) {
    this(tables -> tables, drafts);
  }

  /**
   * A mailroom on memory with a customer and a cart.
   *
   * @param wrapped what stands between the stage and the tables
   */
  Mailroom(UnaryOperator<Tables> wrapped, ProgramDraft... drafts) {
    MemoryTables tables = new MemoryTables(() -> now);
    stores = Stores.on(tables, () -> now);
    Stream.of(drafts).map(ProgramDraft::build).forEach(programs::publish);
    DeliveryPorts ports =
        new DeliveryPorts(
            Stores.on(wrapped.apply(tables), () -> now),
            programs,
            (program, marketplace) ->
                program.forMarketplace(marketplace).delivery().capsOf(program.programId()),
            (program, channel) -> content -> compose(program, content),
            _ -> percent -> "CODE" + percent,
            List.of(adapter("email"), adapter("sms"), adapter("push")),
            (touch, type, at) -> scheduler.schedule(touch, type, at));
    stage = new DeliveryStage(ports, DeliverySettings.DEFAULT, () -> now);
    sweeper = new LeaseSweeper(ports, DeliverySettings.DEFAULT, () -> now);
    customer(Customer.Status.ACTIVE, Optional.of(ZoneId.of("America/New_York")));
    candidate(KEY, Map.of("offer_code", "CART10"));
  }

  private Composition compose(Program program, MessageContent content) {
    composed.add(content);
    composedBy.add(program);
    return composer.apply(content);
  }

  private static Composition text(MessageContent content) {
    CandidateKey key = content.candidates().getFirst().key();
    return new Composition.Composed(
        new TextMessage(content.messageId(), key.customerId(), key.programId()));
  }

  private ChannelAdapter adapter(String type) {
    return new ChannelAdapter() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public Handover send(OutgoingMessage message) {
        handedOver.add(message);
        return provider.apply(message);
      }
    };
  }

  void customer(Customer.Status status, Optional<ZoneId> zone) {
    Optional<String> none = Optional.empty();
    Customer customer =
        new Customer(
            "C1", status, none, Optional.of("US"), zone, none, none, none, true, List.of());
    stores.customers().importAll(List.of(new Versioned<>(customer, now)));
  }

  /** A candidate that lives for seven days. */
  void candidate(CandidateKey key, Map<String, ?> attributes) {
    Candidate candidate =
        new Candidate(key, Context.EMPTY, Attributes.of(attributes), List.of("email"), LEFT);
    ScoredCandidate decision =
        new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.of(10));
    RunStamp stamp = new RunStamp("r", LocalDate.EPOCH, LEFT, Duration.ofDays(7));
    stores.candidates().storeAll(stamp, List.of(decision));
  }

  DueTouch touch(int number) {
    return touch(KEY, number);
  }

  DueTouch touch(CandidateKey key, int number) {
    return new DueTouch(key, number, LEFT, "v1", 0);
  }

  Disposition deliver(DueTouch touch) {
    return deliver(touch, 1);
  }

  Disposition deliver(DueTouch touch, int receives) {
    return stage.handle(List.of(message(touch, receives))).getFirst();
  }

  Disposition sweep(DueTouch touch) {
    return sweeper.handle(List.of(message(touch, 9))).getFirst();
  }

  private static QueueMessage message(DueTouch touch, int receives) {
    return new QueueMessage("q", DueTouchJson.write(touch), receives);
  }

  void write(LedgerEntry... entries) {
    stores.ledgers().update("C1", _ -> LedgerChange.of("", entries));
  }

  String id(String channel, int touch) {
    return Identifiers.touchMessage(KEY, channel, touch);
  }

  Message record(String channel, int touch) {
    return stores.messages().find("C1", id(channel, touch)).orElseThrow();
  }

  CustomerLedger ledger() {
    return stores.ledgers().find("C1");
  }
}
