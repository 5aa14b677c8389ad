package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A random life of a group of messages: several workers are given the same ones, fail and die
 * between any two calls, and customers opt out, buy and get other messages in between.
 */
final class GroupHistory {
  private static final Instant START = Instant.parse("2026-01-18T10:00:00Z");
  private static final String PROGRAM = "recs";
  private static final int MOST_ACTIONS = 20_000;
  private static final int WORKERS = 3;
  private static final int CAP = 1;

  private final long seed;
  private final SplittableRandom random;
  private final Baton baton;
  private final Mischief mischief;
  private final Stores truth;
  private final GroupDelivery delivery;
  private final List<DueMessage> due = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, CustomerLedger> ledgers = new HashMap<>();
  private Instant now = START;

  GroupHistory(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    baton = new Baton(random, random.nextDouble());
    mischief = new Mischief(random, baton);
    MemoryTables memory = new MemoryTables(() -> now);
    truth = Stores.on(memory, () -> now);
    PublishedVersions programs = new PublishedVersions();
    programs.publish(
        new ProgramDraft(PROGRAM)
            .channel("email", "email", Duration.ZERO)
            .cap(Optional.empty(), CAP, 24)
            .build());
    delivery =
        new GroupDelivery(
            new DeliveryPorts(
                Stores.on(new FaultyTables(memory, calls()), () -> now),
                programs,
                (program, _) -> program.delivery().capsOf(program.programId()),
                (_, _) -> GroupHistory::text,
                _ -> percent -> "CODE" + percent,
                List.of(adapter(1 + random.nextInt(5))),
                (touch, type, at) -> {}),
            DeliverySettings.DEFAULT,
            () -> now);
    for (int i = 0; i < 2 + random.nextInt(6); i++) {
      begin("C" + i);
    }
    mischief.begin(seed % 10 == 0 ? 0 : random.nextDouble() * 0.1);
  }

  private FaultyTables.Calls calls() {
    return new FaultyTables.Calls() {
      @Override
      public void before() {
        mischief.before();
      }

      @Override
      public void after() {
        mischief.after();
      }

      @Override
      public void written() {
        look();
      }

      @Override
      public boolean conflicts() {
        return mischief.happens();
      }

      @Override
      public boolean sendsAgain() {
        return mischief.happens();
      }

      @Override
      public boolean together() {
        return random.nextBoolean();
      }
    };
  }

  private static Composition text(MessageContent content) {
    CandidateKey key = content.candidates().getFirst().key();
    return new Composition.Composed(
        new TextMessage(content.messageId(), key.customerId(), key.programId()));
  }

  private ChannelAdapter adapter(int together) {
    return new ChannelAdapter() {
      @Override
      public String type() {
        return "email";
      }

      @Override
      public int together() {
        return together;
      }

      @Override
      public Handover send(OutgoingMessage message) {
        return take(message);
      }
    };
  }

  private Handover take(OutgoingMessage message) {
    String id = message.messageId();
    mischief.before();
    require(
        truth.ledgers().find(message.customerId()).send(id).filter(s -> !s.released()).isPresent(),
        id,
        "was handed over without a reservation");
    if (random.nextInt(8) == 0) {
      return new Handover.Throttled(Duration.ofSeconds(1 + random.nextInt(60)));
    }
    require(taken.merge(id, 1, Integer::sum) == 1, id, "was handed over twice");
    mischief.after();
    return switch (random.nextInt(8)) {
      case 0 -> new Handover.Refused("REFUSED", "It is none.", random.nextBoolean());
      case 1 -> new Handover.Unclear("The answer was lost.");
      default -> new Handover.Accepted("p-" + id);
    };
  }

  private void begin(String customerId) {
    Optional<String> none = Optional.empty();
    Customer customer =
        new Customer(
            customerId,
            Customer.Status.ACTIVE,
            none,
            Optional.of("US"),
            Optional.empty(),
            none,
            none,
            none,
            true,
            List.of());
    truth.customers().importAll(List.of(new Versioned<>(customer, now)));
    List<CandidateKey> keys = List.of(key(customerId, "P1"), key(customerId, "P2"));
    RunStamp run = new RunStamp("r", LocalDate.EPOCH, START, Duration.ofDays(7));
    truth.candidates().storeAll(run, keys.stream().map(GroupHistory::scored).toList());
    due.add(new DueMessage("m-" + customerId, keys, "email", START, "v1"));
    ledgers.put(customerId, CustomerLedger.empty(customerId));
  }

  private static CandidateKey key(String customerId, String product) {
    return new CandidateKey(customerId, PROGRAM, "US", new Subject("product", product));
  }

  private static ScoredCandidate scored(CandidateKey key) {
    Candidate candidate =
        new Candidate(key, Context.EMPTY, Attributes.EMPTY, List.of("email"), START);
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.9, OptionalInt.empty());
  }

  /** Lives it to its end; what the laws forbid is an error that names the seed. */
  void run() {
    int quietFrom = 20 + random.nextInt(300);
    for (int actions = 0; !isOver(); actions++) {
      require(actions < MOST_ACTIONS, "", "does not come to an end");
      if (actions == quietFrom) {
        mischief.end();
      }
      act(actions < quietFrom);
    }
    due.forEach(message -> require(record(message).isPresent(), message.messageId(), "is lost"));
  }

  private boolean isOver() {
    return baton.workers() == 0 && due.stream().allMatch(message -> record(message).isPresent());
  }

  private void act(boolean eventful) {
    switch (random.nextInt(8)) {
      case 0 -> now = now.plusSeconds(random.nextInt(120));
      case 1 -> happen(eventful);
      case 2 -> work();
      default -> {
        if (baton.workers() > 0) {
          baton.pass();
        } else {
          work();
        }
      }
    }
  }

  private void work() {
    if (baton.workers() < WORKERS) {
      int from = random.nextInt(due.size());
      List<DueMessage> some = due.subList(from, from + 1 + random.nextInt(due.size() - from));
      baton.add(() -> deliver(some));
    }
  }

  private void deliver(List<DueMessage> some) {
    try {
      delivery.deliver(some);
    } catch (Killed | CeapException died) {
      // What it was at stays as it is.
      now = now.plusSeconds(1);
    }
  }

  private void happen(boolean eventful) {
    String customerId = "C" + random.nextInt(due.size());
    if (eventful && random.nextInt(3) == 0) {
      LedgerEntry entry =
          switch (random.nextInt(3)) {
            case 0 ->
                new LedgerEntry.Consented(new Consent(customerId, PROGRAM, "email", true), now);
            case 1 ->
                new LedgerEntry.Bought(
                    new Purchase(new Subject("product", "P" + (1 + random.nextInt(2))), now));
            default -> new LedgerEntry.Reserved(new Send("other", now, "carts", "email"));
          };
      truth.ledgers().update(customerId, _ -> LedgerChange.of("", entry));
      look();
    }
  }

  /** Looks at every ledger after whatever may have changed one. */
  private void look() {
    for (Map.Entry<String, CustomerLedger> known : ledgers.entrySet()) {
      CustomerLedger before = known.getValue();
      CustomerLedger after = truth.ledgers().find(known.getKey());
      for (Send send : after.sends()) {
        if (send.programId().equals(PROGRAM) && before.send(send.messageId()).isEmpty()) {
          reserved(before, send);
        }
      }
      known.setValue(after);
    }
  }

  private void reserved(CustomerLedger before, Send send) {
    String id = send.messageId();
    require(before.optOuts().isEmpty(), id, "was reserved after an opt-out");
    require(before.suppressions().isEmpty(), id, "was reserved on a closed channel");
    long bought = before.purchases().stream().map(Purchase::subject).distinct().count();
    require(bought < 2, id, "was reserved after all of it was bought");
    long counted = before.sends().stream().filter(other -> !other.released()).count();
    require(counted < CAP, id, "was reserved beyond the cap");
    // Of one that was throttled after its lease nobody knew; whoever sends it then says how it
    // went.
    require(
        truth
            .messages()
            .find(before.customerId(), id)
            .filter(known -> known.state() != MessageState.UNKNOWN)
            .isEmpty(),
        id,
        "was reserved once it had ended");
  }

  private Optional<Message> record(DueMessage message) {
    return truth.messages().find(message.candidates().getFirst().customerId(), message.messageId());
  }

  int handedOver() {
    return taken.size();
  }

  int unknown() {
    return count(MessageState.UNKNOWN);
  }

  int suppressed() {
    return count(MessageState.SUPPRESSED);
  }

  private int count(MessageState state) {
    return (int)
        due.stream()
            .flatMap(message -> record(message).stream())
            .filter(message -> message.state() == state)
            .count();
  }

  private void require(boolean holds, String messageId, String what) {
    if (!holds) {
      throw new AssertionError("seed " + seed + ": message " + messageId + " " + what);
    }
  }
}
