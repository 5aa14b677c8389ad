package com.ceap.model;

import java.time.Instant;

/**
 * A touch of a candidate's journey that is due.
 *
 * @param touch its place in the journey, from 1
 * @param eventTime when the journey began; delays count from here
 * @param programVersion the version of the program that the journey keeps
 * @param deferral how often it was put off, for quiet hours or a time of day
 */
public record DueTouch(
    CandidateKey key, int touch, Instant eventTime, String programVersion, int deferral) {
  public DueTouch {
    Require.text(programVersion, "program version");
    if (touch < 1 || deferral < 0) {
      throw new IllegalArgumentException(
          "a touch counts from 1 and a deferral from 0, was " + touch + " and " + deferral);
    }
  }

  /** The same touch, put off once more. */
  public DueTouch deferred() {
    return new DueTouch(key, touch, eventTime, programVersion, deferral + 1);
  }

  /** The name of its schedule, the same whoever schedules it. */
  public String scheduleName() {
    return Identifiers.schedule(key, touch, deferral);
  }
}
