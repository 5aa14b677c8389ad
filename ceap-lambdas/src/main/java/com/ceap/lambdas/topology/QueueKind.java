package com.ceap.lambdas.topology;

/** What a queue there is one of for each. */
public enum QueueKind {
  /** Events of a program, one queue for each. */
  EVENTS,
  /** Due touches and campaign parts, one queue for each type of channel that sends. */
  TOUCHES,
  /** Events that end journeys, opt-outs, reference data and what providers say; one queue. */
  LIFECYCLE
}
