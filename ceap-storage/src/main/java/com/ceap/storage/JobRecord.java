package com.ceap.storage;

import com.ceap.model.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a job's last run.
 *
 * @param slot the moment that it was due at
 * @param startedAt when work on it began, or the job was first seen
 * @param leaseUntil until when somebody may be working on it
 * @param result a sentence on what was done, without personal data; empty until it has ended
 * @param failure why it failed
 */
public record JobRecord(
    Instant slot,
    State state,
    Instant startedAt,
    Instant leaseUntil,
    Optional<Instant> endedAt,
    String result,
    Optional<ErrorCode> failure) {
  /** How far a job has come with a slot. */
  public enum State {
    /** It was first seen then: what was due before does not concern it. */
    SEEN,
    RUNNING,
    DONE,
    FAILED
  }

  /** Whether somebody may be working on it. */
  public boolean running(Instant now) {
    return state == State.RUNNING && now.isBefore(leaseUntil);
  }

  /** Whether a slot is still to be worked on, by somebody or by nobody yet. */
  public boolean leavesOpen(Instant wanted) {
    return slot.isBefore(wanted) || (slot.equals(wanted) && state == State.RUNNING);
  }
}
