package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.LedgerEntry;
import com.ceap.model.program.Program;
import com.ceap.serving.CandidateId;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.Fault.Place;
import com.ceap.serving.http.JsonBody;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.storage.Engagement;
import com.ceap.storage.EngagementRepository.Report;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What customers do with the candidates that they were shown. */
final class EventRoutes {
  /** So long after the candidate itself its outcome still keeps a new decision from being shown. */
  private static final Duration REMEMBERED = Duration.ofDays(15);

  private static final int KEY_LENGTH = 128;
  private static final byte[] NOTHING = new byte[0];

  private final Stores stores;
  private final Purchased purchased;
  private final ShowingChannels channels;
  private final InstantSource clock;

  EventRoutes(Stores stores, Function<String, Optional<Program>> programs, InstantSource clock) {
    this.stores = stores;
    this.purchased = new Purchased(stores, programs, REMEMBERED);
    this.channels = new ShowingChannels(programs);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "POST",
            "/v1/candidates/{candidateId}/events",
            Inputs.OWN_CANDIDATE,
            List.of(Inputs.CANDIDATE_ID),
            List.of(),
            this::event),
        new Route(
            "POST",
            "/v1/candidates/{candidateId}/consume",
            Inputs.OWN_CANDIDATE,
            List.of(Inputs.CANDIDATE_ID),
            List.of(),
            this::consume),
        new Route(
            "DELETE",
            "/v1/candidates/{candidateId}",
            Inputs.OWN_CANDIDATE,
            List.of(Inputs.CANDIDATE_ID),
            List.of(),
            this::delete));
  }

  private Reply event(Call call) {
    CandidateKey key = Inputs.candidate(call.path());
    String eventKey = eventKey(call);
    Engagement engagement =
        channels.named(
            JsonBody.read(
                call.request(), body -> EventBody.read(body, key, eventKey, clock.instant())));
    StoredCandidate stored = existing(key);
    Instant expires = stored.expires().plus(REMEMBERED);
    return switch (stores.engagements().record(engagement, clock.instant(), expires)) {
      case Report.First(Instant at) -> {
        conclude(engagement, stored, at);
        yield reply(201, engagement, at);
      }
      case Report.Again(Instant at) -> {
        // Whoever reported it first may have died before this was done.
        conclude(engagement, stored, at);
        yield reply(200, engagement, at);
      }
      case Report.KeyTaken _ ->
          throw new ProblemException(
              ProblemType.KEY_REUSED,
              "this idempotency-key was used for another event of the candidate; use a new one");
    };
  }

  private static String eventKey(Call call) {
    return call.request()
        .header("idempotency-key")
        .filter(key -> !key.isBlank() && key.length() <= KEY_LENGTH)
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    Place.HEADER,
                    "idempotency-key",
                    "the header idempotency-key must name the event with 1 to %d characters, the same each time it is reported"
                        .formatted(KEY_LENGTH)));
  }

  private static Reply reply(int status, Engagement engagement, Instant at) {
    return Reply.json(
        status,
        out -> {
          out.writeStartObject();
          out.writeStringField("candidateId", CandidateId.of(engagement.candidate()));
          out.writeStringField("type", engagement.type().name().toLowerCase(Locale.ROOT));
          out.writeStringField("idempotencyKey", engagement.eventKey());
          out.writeStringField("recordedAt", at.toString());
          out.writeEndObject();
        });
  }

  private void conclude(Engagement engagement, StoredCandidate stored, Instant at) {
    switch (engagement.type()) {
      case IMPRESSION, CLICK, ADD_TO_CART -> {}
      case DISMISSAL -> end(stored, Outcome.DISMISSED, "CandidateDismissed", at);
      case CONVERSION -> {
        engagement
            .sale()
            .ifPresent(sale -> purchased.take(sale, stored, engagement.occurredAt().orElse(at)));
        end(stored, Outcome.CONVERTED, "CandidateConverted", at);
      }
    }
  }

  /** It is no longer shown, and no touch of it goes out any more. */
  private void end(StoredCandidate stored, Outcome outcome, String event, Instant at) {
    CandidateKey key = stored.decision().key();
    stores.outcomes().record(key, outcome, at, stored.expires().plus(REMEMBERED));
    Instant since = stored.decision().candidate().eventTime();
    Exit exit = new Exit(key.programId(), Optional.of(key.subject()), event, at);
    stores
        .ledgers()
        .update(
            key.customerId(),
            ledger ->
                ledger.exit(key, since).isPresent()
                    ? LedgerChange.none(true)
                    : LedgerChange.of(true, new LedgerEntry.Exited(exit)));
  }

  private Reply consume(Call call) {
    StoredCandidate stored = existing(Inputs.candidate(call.path()));
    end(stored, Outcome.CONSUMED, "CandidateConsumed", clock.instant());
    return done();
  }

  private Reply delete(Call call) {
    stores.candidates().remove(existing(Inputs.candidate(call.path())));
    return done();
  }

  private static Reply done() {
    return new Reply(204, "", NOTHING, Map.of("cache-control", "no-store"));
  }

  private StoredCandidate existing(CandidateKey key) {
    return stores
        .candidates()
        .find(key)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "the candidate has expired or was never there"));
  }
}
