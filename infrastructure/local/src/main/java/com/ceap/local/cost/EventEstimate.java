package com.ceap.local.cost;

import com.ceap.lambdas.topology.FunctionName;
import java.util.List;

/** What an event costs, from the bus to the stored candidate with its touches scheduled. */
final class EventEstimate {
  /** Of scenario 2 of the use cases. */
  private static final double REQUIRED_DOLLARS = 0.0001;

  /** The required times for each kind of call, one after the other (scaling.md). */
  private static final double SECONDS = 0.14;

  /** The rule's message into the queue, its receipt and its deletion, without batching. */
  private static final int QUEUE_REQUESTS = 3;

  /** Each touch is a schedule that puts a message into a queue. */
  private static final int TOUCHES = 3;

  private static final double LOG_KB = 2;

  private final EventCounts counts;

  EventEstimate(EventCounts counts) {
    this.counts = counts;
  }

  Estimate estimate() {
    return new Estimate(
        "One event that becomes a candidate",
        List.of(
            new Position(Price.EVENT, 1, "one of at most 64 KB"),
            new Position(Price.SQS_REQUEST, QUEUE_REQUESTS, "one event a batch"),
            new Position(Price.LAMBDA_REQUEST, 1, "one event a batch"),
            new Position(
                Price.LAMBDA_GB_SECOND,
                SECONDS * BatchMachine.gigabytes(FunctionName.REACTIVE),
                "required: 140 ms of calls"),
            new Position(Price.DYNAMODB_WRITE, counts.stored().writes(), "counted"),
            new Position(Price.DYNAMODB_READ, counts.stored().reads(), "counted"),
            new Position(Price.SCHEDULE, TOUCHES, "the program's touches"),
            new Position(Price.LOG_GB, LOG_KB / 1024 / 1024, "assumed: 2 KB")),
        REQUIRED_DOLLARS);
  }
}
