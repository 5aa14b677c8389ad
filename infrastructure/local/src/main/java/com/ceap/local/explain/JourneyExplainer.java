package com.ceap.local.explain;

import com.ceap.lambdas.journey.Journey;
import com.ceap.lambdas.journey.Touch;
import com.ceap.local.explain.JourneyExplanation.Subject;
import com.ceap.local.explain.JourneyExplanation.TouchState;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Message;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains a customer's journeys from what is stored of them. Thread-safe. */
public final class JourneyExplainer {
  /** Candidates of batches carry their run's id here. */
  private static final String EVENT = "event/";

  private final Stores stores;
  private final PublishedPrograms programs;

  public JourneyExplainer(Stores stores, PublishedPrograms programs) {
    this.stores = stores;
    this.programs = programs;
  }

  public JourneyExplanation explain(String programId, String customerId) {
    Known known = known(programId, customerId);
    List<Subject> subjects =
        known.keys().stream()
            .map(key -> subject(key, known))
            .sorted(
                Comparator.comparing(Subject::since)
                    .reversed()
                    .thenComparing(subject -> subject.key().toString()))
            .toList();
    return new JourneyExplanation(programId, customerId, subjects);
  }

  /** What is stored of a customer and a program. */
  private record Known(
      CustomerCandidates all,
      Map<CandidateKey, StoredCandidate> candidates,
      Map<CandidateKey, RejectedEvent> rejected,
      Map<CandidateKey, List<Message>> messages) {
    Set<CandidateKey> keys() {
      Set<CandidateKey> keys = new LinkedHashSet<>(candidates.keySet());
      keys.addAll(rejected.keySet());
      keys.addAll(messages.keySet());
      return keys;
    }
  }

  private Known known(String programId, String customerId) {
    CustomerCandidates all = stores.candidates().findConsistently(customerId);
    return new Known(
        all,
        all.candidates().stream()
            .filter(stored -> stored.decision().key().programId().equals(programId))
            .filter(stored -> stored.runId().startsWith(EVENT))
            .collect(Collectors.toMap(stored -> stored.decision().key(), Function.identity())),
        stores.decisions().rejected(customerId).stream()
            .filter(event -> event.key().programId().equals(programId))
            .collect(Collectors.toMap(RejectedEvent::key, Function.identity())),
        stores.messages().ofCustomer(customerId).stream()
            .filter(message -> message.candidate().programId().equals(programId))
            .filter(message -> message.touch() > 0)
            .collect(Collectors.groupingBy(Message::candidate)));
  }

  private Subject subject(CandidateKey key, Known known) {
    List<Message> messages = known.messages().getOrDefault(key, List.of());
    Optional<StoredCandidate> candidate = Optional.ofNullable(known.candidates().get(key));
    Optional<RejectedEvent> rejected = Optional.ofNullable(known.rejected().get(key));
    Optional<Program> program = program(key, messages, rejected);
    Optional<Instant> began = candidate.map(c -> c.decision().candidate().eventTime());
    return new Subject(
        key,
        program.stream().flatMap(p -> p.filterChain().stream()).map(FilterSpec::filterId).toList(),
        rejected,
        candidate,
        touches(program, began, messages),
        exits(known, key, began),
        Optional.ofNullable(known.all().outcomes().get(key)),
        Optional.ofNullable(known.all().conversions().get(key)));
  }

  /** The version that decided, where it is recorded, else the newest. */
  private Optional<Program> program(
      CandidateKey key, List<Message> messages, Optional<RejectedEvent> rejected) {
    return messages.stream()
        .findFirst()
        .map(Message::programVersion)
        .or(() -> rejected.map(RejectedEvent::programVersion))
        .flatMap(version -> programs.find(key.programId(), version))
        .or(() -> programs.newest(key.programId()))
        .map(program -> program.forMarketplace(key.marketplace()));
  }

  private static List<TouchState> touches(
      Optional<Program> program, Optional<Instant> began, List<Message> messages) {
    Map<Integer, TouchState> touches = new TreeMap<>();
    began.ifPresent(
        since ->
            program.map(Journey::of).map(Journey::touches).orElse(List.of()).stream()
                .map(touch -> planned(touch, since))
                .forEach(touch -> touches.put(touch.number(), touch)));
    for (Message message : messages) {
      Instant due =
          Optional.ofNullable(touches.get(message.touch()))
              .map(TouchState::due)
              .orElse(message.at());
      touches.put(
          message.touch(),
          new TouchState(
              message.touch(),
              message.channel(),
              message.channelType(),
              due,
              Optional.of(message)));
    }
    return new ArrayList<>(touches.values());
  }

  private static TouchState planned(Touch touch, Instant since) {
    return new TouchState(
        touch.number(),
        touch.channel().channelId(),
        touch.channel().type(),
        since.plus(touch.delay()),
        Optional.empty());
  }

  private static List<Exit> exits(Known known, CandidateKey key, Optional<Instant> began) {
    Instant since = began.orElse(Instant.MAX);
    return known.all().ledger().exits().stream().filter(exit -> exit.covers(key, since)).toList();
  }
}
