package com.ceap.lambdas.report;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.program.Program;
import com.ceap.storage.CeapTables;
import com.ceap.storage.ChangedItem;
import com.ceap.storage.Conversion;
import com.ceap.storage.RecordedEngagement;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.TrackedMessage;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has changed of a program within some days: the newest image of each message and order, and
 * how many candidates each day stored. Holds a program's messages of these days in memory, 400,000
 * of which take about 150 MB, and a line for each candidate that was shown on a day.
 */
final class ProgramChanges {
  /** What a candidate says of the messages about it. */
  record Decision(String treatment, int discountPercent) {
    static final Decision UNKNOWN = new Decision("", 0);
  }

  private static final String TREATMENT = "treatment";

  private final Program program;
  private final Map<String, TrackedMessage> messages = new HashMap<>();
  private final Map<Seen.On, Seen> seen = new HashMap<>();
  private final Map<CandidateKey, Conversion> conversions = new HashMap<>();
  private final Map<CandidateKey, Decision> decisions = new HashMap<>();
  private final Map<LocalDate, SortedMap<String, Long>> stored = new HashMap<>();

  private ProgramChanges(Program program) {
    this.program = program;
  }

  /**
   * The changes of some days, both included: a later day's images replace those of earlier ones.
   */
  static ProgramChanges read(ChangeFeed feed, Program program, LocalDate from, LocalDate to) {
    ProgramChanges changes = new ProgramChanges(program);
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      LocalDate of = day;
      feed.forEach(
          CeapTables.CANDIDATES, start(day), start(day.plusDays(1)), item -> changes.add(of, item));
    }
    return changes;
  }

  /**
   * Takes in, of an earlier stretch, what the changes that were read rest on: the decisions behind
   * messages, and whatever else the customers of orders had heard and seen.
   *
   * @param to excluded; the first day that was read
   */
  void readBefore(ChangeFeed feed, LocalDate from, LocalDate to) {
    Set<CandidateKey> decided = new HashSet<>(conversions.keySet());
    messages.values().forEach(tracked -> decided.add(tracked.message().candidate()));
    seen.keySet().forEach(on -> decided.add(on.candidate()));
    feed.forEach(CeapTables.CANDIDATES, start(from), start(to), item -> addEarlier(item, decided));
  }

  private void addEarlier(Item item, Set<CandidateKey> decided) {
    switch (ChangedItem.decode(item)) {
      case ChangedItem.ChangedCandidate(StoredCandidate candidate, Optional<String> _) -> {
        CandidateKey key = candidate.decision().key();
        if (decided.contains(key)) {
          decisions.putIfAbsent(key, decision(candidate));
        }
      }
      case ChangedItem.ChangedMessage(Message message, Instant _) -> {
        if (conversions.containsKey(message.candidate())) {
          TrackedMessage.of(item)
              .ifPresent(tracked -> messages.putIfAbsent(message.messageId(), tracked));
        }
      }
      case ChangedItem.ChangedEngagement(RecordedEngagement engagement, Instant _) -> {
        if (conversions.containsKey(engagement.candidate())) {
          add(engagement);
        }
      }
      // An order of before is to the credit of what was before it.
      case ChangedItem.ChangedOutcome _, ChangedItem.CustomerErased _ -> {}
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void add(LocalDate day, Item item) {
    switch (ChangedItem.decode(item)) {
      case ChangedItem.ChangedCandidate changed -> add(day, changed.candidate());
      case ChangedItem.ChangedMessage message -> {
        if (isOurs(message.message().candidate())) {
          TrackedMessage.of(item)
              .ifPresent(tracked -> messages.put(message.message().messageId(), tracked));
        }
      }
      case ChangedItem.ChangedOutcome outcome -> {
        if (isOurs(outcome.key())) {
          outcome.conversion().ifPresent(sale -> conversions.put(outcome.key(), sale));
        }
      }
      case ChangedItem.ChangedEngagement(RecordedEngagement engagement, Instant _) -> {
        if (isOurs(engagement.candidate())) {
          add(engagement);
        }
      }
      // The feed gives nothing of theirs any more.
      case ChangedItem.CustomerErased _ -> {}
    }
  }

  private void add(RecordedEngagement engagement) {
    LocalDate day = LocalDate.ofInstant(engagement.at(), ZoneOffset.UTC);
    Seen.On on = new Seen.On(day, engagement.candidate(), engagement.channel().orElse(""));
    seen.computeIfAbsent(on, _ -> new Seen()).add(engagement.type(), engagement.at());
  }

  private boolean isOurs(CandidateKey key) {
    return key.programId().equals(program.programId());
  }

  private void add(LocalDate day, StoredCandidate candidate) {
    if (!isOurs(candidate.decision().key())) {
      return;
    }
    Decision decision = decision(candidate);
    decisions.put(candidate.decision().key(), decision);
    if (day.equals(LocalDate.ofInstant(candidate.storedAt(), ZoneOffset.UTC))) {
      stored.computeIfAbsent(day, _ -> new TreeMap<>()).merge(decision.treatment(), 1L, Long::sum);
    }
  }

  private static Decision decision(StoredCandidate candidate) {
    return new Decision(
        treatment(candidate.decision().candidate()),
        candidate.decision().discountPercent().orElse(0));
  }

  private static String treatment(Candidate candidate) {
    return candidate.attributes().find(TREATMENT).map(Object::toString).orElse("");
  }

  Map<String, TrackedMessage> messages() {
    return Collections.unmodifiableMap(messages);
  }

  /** What was done in apps, also on days before the first: what was reported late. */
  Map<Seen.On, Seen> seen() {
    return Collections.unmodifiableMap(seen);
  }

  Map<CandidateKey, Conversion> conversions() {
    return Collections.unmodifiableMap(conversions);
  }

  Decision decision(CandidateKey key) {
    return decisions.getOrDefault(key, Decision.UNKNOWN);
  }

  /** The candidates that a day stored, by treatment. */
  SortedMap<String, Long> stored(LocalDate day) {
    return stored.getOrDefault(day, Collections.emptySortedMap());
  }
}
