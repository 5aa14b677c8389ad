package com.ceap.lambdas.reactive;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.SubjectEvent;
import com.ceap.lambdas.events.SubjectEvents;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.DueTouch;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.Deduplication;
import com.ceap.model.program.Program;
import com.ceap.storage.Claim;
import com.ceap.storage.DecisionData;
import com.ceap.storage.DecisionRepository.Storing;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Takes one event from its message to its end: claim, one read, decision, first touch, one
 * transaction. For the events of one version of a program. Thread-safe.
 */
final class EventWork {
  /** Longer than a function may run; a worker that dies holds its event up that long. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Program program;
  private final SubjectEvents events;
  private final EventDecisions decisions;
  private final Stores stores;
  private final DeliveryScheduler scheduler;
  private final InstantSource clock;

  EventWork(EventDecisions decisions, ReactivePlace place) {
    this.program = decisions.program();
    this.events = new SubjectEvents(program);
    this.decisions = decisions;
    this.stores = place.stores();
    this.scheduler = place.scheduler();
    this.clock = place.clock();
  }

  /**
   * Works on a message.
   *
   * @throws CeapException whatever keeps the event from being decided; its claim is free then
   */
  EventOutcome on(String body) {
    Instant now = clock.instant();
    SubjectEvent event = events.read(EventEnvelope.parse(body), now);
    return switch (claim(event, now)) {
      case Claim.Owned owned -> decide(event, owned, now);
      case Claim.Completed _ -> new EventOutcome.Duplicate();
      case Claim.Held(Instant until) ->
          new EventOutcome.Waiting(longer(Duration.between(now, until), SOON));
    };
  }

  /** Reads and filters as for an event, writing nothing. */
  void prime() {
    Instant now = clock.instant();
    SubjectEvent nothing = SubjectEvent.ofNobody(program.subjectType(), now);
    decisions.prime(nothing, stores.decisionReader().read(decisions.wanted(nothing)), now);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Claim claim(SubjectEvent event, Instant now) {
    if (event.key().isEmpty()) {
      return Claim.NONE;
    }
    int days = program.deduplication().map(Deduplication::ttlDays).orElseThrow();
    Instant forgotten = now.plus(Duration.ofDays(days));
    return stores.dedup().claim(event.key().get(), now, LEASE, forgotten);
  }

  private EventOutcome decide(SubjectEvent event, Claim.Owned claim, Instant now) {
    try {
      DecisionData data = stores.decisionReader().read(decisions.wanted(event));
      if (data.forgot(event.at())) {
        return forget(claim);
      }
      return switch (decisions.decide(event, data, now)) {
        case Decision.Passed passed -> store(event, passed, claim, now);
        case Decision.Rejected rejected -> reject(event, rejected, claim, now);
      };
    } catch (RuntimeException e) {
      release(claim, e);
      throw e;
    }
  }

  private EventOutcome store(
      SubjectEvent event, Decision.Passed passed, Claim.Owned claim, Instant now) {
    scheduleFirstTouch(passed.candidate(), now);
    LocalDate day = event.at().atZone(ZoneOffset.UTC).toLocalDate();
    RunStamp stamp = new RunStamp("event/" + event.eventId(), day, now, life());
    Storing storing = stores.decisions().store(passed.candidate(), stamp, passed.scores(), claim);
    return ended(storing, new EventOutcome.Stored(passed.candidate().scores()), claim);
  }

  private EventOutcome ended(Storing storing, EventOutcome stored, Claim.Owned claim) {
    return switch (storing) {
      case STORED -> stored;
      case OVERTAKEN -> new EventOutcome.Waiting(SOON);
      case FORGOTTEN -> forget(claim);
    };
  }

  /** Ends the claim, so that the event is not decided again. */
  private EventOutcome forget(Claim.Owned claim) {
    boolean ours =
        switch (claim) {
          case Claim.Claimed claimed -> stores.dedup().complete(claimed, "FORGOTTEN");
          case Claim.Unclaimed _ -> true;
        };
    return ours ? new EventOutcome.Forgotten() : new EventOutcome.Waiting(SOON);
  }

  /**
   * Before the transaction: a touch without its candidate does no harm, a candidate without it
   * would.
   */
  private void scheduleFirstTouch(ScoredCandidate candidate, Instant now) {
    Instant eventTime = candidate.candidate().eventTime();
    Optional<Touch> first = decisions.terms(candidate.key().marketplace()).journey().first();
    first.ifPresent(
        touch -> {
          Instant at = eventTime.plus(touch.delay());
          scheduler.schedule(
              new DueTouch(candidate.key(), touch.number(), eventTime, program.version(), 0),
              touch.channel().type(),
              at.isAfter(now) ? at : now);
        });
  }

  private EventOutcome reject(
      SubjectEvent event, Decision.Rejected rejected, Claim.Owned claim, Instant now) {
    RejectedEvent why =
        new RejectedEvent(
            rejected.candidate().key(),
            rejected.rejection(),
            event.eventId(),
            event.at(),
            now,
            program.version());
    Storing storing = stores.decisions().reject(why, now.plus(life()), claim);
    return ended(storing, new EventOutcome.Rejected(rejected.rejection()), claim);
  }

  private Duration life() {
    return Duration.ofDays(program.candidateTTLDays());
  }

  /** So that the next try need not wait for the lease; where that fails too, it runs out. */
  private void release(Claim.Owned claim, RuntimeException because) {
    if (claim instanceof Claim.Claimed claimed) {
      try {
        stores.dedup().release(claimed);
      } catch (CeapException e) {
        because.addSuppressed(e);
      }
    }
  }
}
