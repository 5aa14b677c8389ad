package com.ceap.local.explain;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Message;
import com.ceap.storage.Conversion;
import com.ceap.storage.Outcome;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a customer's events in one program, from what was recorded.
 *
 * @param subjects what the events were about, the newest first
 */
public record JourneyExplanation(String programId, String customerId, List<Subject> subjects) {
  public JourneyExplanation {
    subjects = List.copyOf(subjects);
  }

  /**
   * What is known about one subject. A candidate that has expired is gone; its messages are kept
   * for longer.
   *
   * @param filters the chain that it went through, in order
   * @param rejected why an event of it was turned away
   * @param exits what has ended its journey
   */
  public record Subject(
      CandidateKey key,
      List<String> filters,
      Optional<RejectedEvent> rejected,
      Optional<StoredCandidate> candidate,
      List<TouchState> touches,
      List<Exit> exits,
      Optional<Outcome> outcome,
      Optional<Conversion> conversion) {
    public Subject {
      filters = List.copyOf(filters);
      touches = List.copyOf(touches);
      exits = List.copyOf(exits);
    }

    /** The filters that let it through. */
    List<String> passed() {
      if (candidate.isPresent() || rejected.isEmpty()) {
        return filters;
      }
      int ended = filters.indexOf(rejected.get().rejection().filterId());
      return filters.subList(0, Math.max(0, ended));
    }

    /** When the journey has begun, or the event was turned away. */
    Instant since() {
      return candidate
          .map(stored -> stored.decision().candidate().eventTime())
          .or(() -> rejected.map(RejectedEvent::eventTime))
          .or(() -> touches.stream().findFirst().map(TouchState::due))
          .orElse(Instant.EPOCH);
    }
  }

  /**
   * One touch of a journey.
   *
   * @param number its place, from 1
   * @param due when it was to go out
   * @param message what became of it; empty where nothing has yet, or never will
   */
  public record TouchState(
      int number, String channel, String channelType, Instant due, Optional<Message> message) {}
}
