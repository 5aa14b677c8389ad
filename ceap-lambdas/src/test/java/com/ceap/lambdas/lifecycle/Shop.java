package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Identifiers;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.ceap.storage.Conversion;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.Engagement;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A store with carts and messages, and the stage that is told what happened to them. */
final class Shop {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(2);

  final Stores stores;
  final Programs programs;
  final LifecycleStage stage;
  Instant now = NOON.plus(Duration.ofDays(4));

  /** A shop on memory. */
  Shop(Program... programs) {
    this(MemoryTables::new, tables -> tables, programs);
  }

  /**
   * A shop on any store.
   *
   * @param opened the tables by their clock
   * @param wrapped what stands between the stage and the tables
   */
  Shop(Function<InstantSource, Tables> opened, UnaryOperator<Tables> wrapped, Program... programs) {
    Tables tables = opened.apply(() -> now);
    stores = Stores.on(tables, () -> now);
    this.programs = new Programs(List.of(programs));
    stage =
        new LifecycleStage(Stores.on(wrapped.apply(tables), () -> now), this.programs, () -> now);
  }

  static CandidateKey key(String customer, String program, String cart) {
    return new CandidateKey(customer, program, "US", new Subject("cart", cart));
  }

  /** A candidate that lives for seven days from its event on. */
  void candidate(CandidateKey key, Instant at, String... productIds) {
    List<Map<String, Object>> items =
        List.of(productIds).stream().map(id -> Map.<String, Object>of("id", id)).toList();
    Candidate candidate =
        new Candidate(
            key, Context.EMPTY, Attributes.of(Map.of("items", items)), List.of("email"), at);
    ScoredCandidate decision =
        new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty());
    RunStamp stamp = new RunStamp("r", LocalDate.EPOCH, at, Duration.ofDays(7));
    stores.candidates().storeAll(stamp, List.of(decision));
  }

  /** A message that was reserved and recorded. */
  String message(CandidateKey key, int touch, String channel, MessageState state, Instant at) {
    String id = reserve(key, touch, channel, at);
    record(key, touch, channel, state, at);
    return id;
  }

  String reserve(CandidateKey key, int touch, String channel, Instant at) {
    String id = Identifiers.touchMessage(key, channel, touch);
    stores
        .ledgers()
        .update(
            key.customerId(),
            ledger ->
                LedgerChange.of(
                    id,
                    new LedgerEntry.Reserved(
                        new Send(
                            id,
                            at,
                            key.programId(),
                            channel,
                            channel,
                            at.plus(LEASE),
                            false,
                            ledger.version() + 1))));
    return id;
  }

  void record(CandidateKey key, int touch, String channel, MessageState state, Instant at) {
    Message message =
        new Message(
            Identifiers.touchMessage(key, channel, touch),
            key,
            channel,
            channel,
            touch,
            state,
            Optional.empty(),
            at,
            Optional.empty(),
            "v1");
    stores.messages().record(message, at.plus(Duration.ofDays(60)));
  }

  /** Something that an app has reported as it happened. */
  void did(CandidateKey key, Engagement.Type type, Instant at) {
    Engagement engagement =
        new Engagement(
            key,
            type + at.toString(),
            type,
            Optional.of("in-app"),
            Optional.of(at),
            Optional.empty());
    stores.engagements().record(engagement, at, at.plus(Duration.ofDays(60)));
  }

  Disposition publish(String event) {
    return stage.handle(List.of(new QueueMessage("q", event, 1))).getFirst();
  }

  Outcome outcome(CandidateKey key) {
    return stores.candidates().find(key.customerId()).outcomes().get(key);
  }

  Conversion conversion(CandidateKey key) {
    return stores.candidates().find(key.customerId()).conversions().get(key);
  }

  MessageState state(CandidateKey key, String messageId) {
    return stores.messages().find(key.customerId(), messageId).orElseThrow().state();
  }

  CustomerLedger ledger(String customer) {
    return stores.ledgers().find(customer);
  }

  CustomerCandidates candidates(String customer) {
    return stores.candidates().find(customer);
  }
}
