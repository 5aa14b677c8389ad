package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.CustomerEvent;
import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.EventType;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.Newest;
import com.ceap.runtime.programs.PublishedPrograms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which journeys an event ends, by the newest version of every program. Thread-safe. */
final class JourneyExits {
  private final PublishedPrograms programs;

  JourneyExits(PublishedPrograms programs) {
    this.programs = programs;
  }

  /** A program that an event matters to. */
  private record Declared(Program program, ExitEvent event) {
    Exit exit(CustomerEvent read) {
      Optional<Subject> subject =
          event.subjectField().flatMap(read::id).map(id -> new Subject(program.subjectType(), id));
      return new Exit(program.programId(), subject, read.detailType(), read.at());
    }
  }

  /**
   * What programs have declared of an event.
   *
   * @throws com.ceap.model.error.CeapException EVENT_INVALID where it names no customer, or a field
   *     that a program has named holds no id
   */
  CustomerExits declared(EventEnvelope event) {
    Newest newest = programs.newest();
    List<Declared> declared =
        ordered(newest).stream()
            .flatMap(program -> program.exitEvents().stream().map(e -> new Declared(program, e)))
            .filter(d -> d.event().matches(event.source(), event.detailType()))
            .toList();
    CustomerEvent read =
        CustomerEvent.parse(
            event,
            declared.stream()
                .flatMap(d -> d.event().subjectField().stream())
                .collect(Collectors.toUnmodifiableSet()));
    return new CustomerExits(
        read.customerId(),
        event.detailType(),
        read.at(),
        declared.stream().map(d -> d.exit(read)).distinct().toList(),
        newest.unreadable().values().stream().findFirst());
  }

  /**
   * What an opt-out ends. One from every channel ends what runs, so that nothing of it goes out
   * should the customer take the opt-out back. Only programs that begin with an event have
   * journeys.
   *
   * @param at when it takes hold
   */
  CustomerExits of(EventType type, Consent consent, Instant at) {
    String event = type.detailType();
    boolean ends = consent.optedOut() && consent.channel().equals(Consent.ALL);
    Predicate<String> meant =
        id -> ends && (consent.programId().equals(Consent.ALL) || consent.programId().equals(id));
    Newest newest = programs.newest();
    List<Exit> exits =
        ordered(newest).stream()
            .filter(program -> !program.eventSources().isEmpty())
            .map(Program::programId)
            .filter(meant)
            .map(id -> new Exit(id, Optional.empty(), event, at))
            .toList();
    Optional<CeapException> untold =
        newest.unreadable().entrySet().stream()
            .filter(program -> meant.test(program.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return new CustomerExits(consent.customerId(), event, at, exits, untold);
  }

  private static List<Program> ordered(Newest newest) {
    return newest.readable().stream().sorted(Comparator.comparing(Program::programId)).toList();
  }
}
