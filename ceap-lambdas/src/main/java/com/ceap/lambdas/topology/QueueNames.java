package com.ceap.lambdas.topology;

/** How the platform's queues are called; on AWS the environment's prefix stands before. */
public final class QueueNames {

  /** Events that end journeys, opt-outs, and what providers say of messages. */
  public static final String LIFECYCLE = "lifecycle";

  /** Touches that EventBridge Scheduler could not bring to their queue. */
  public static final String LOST_TOUCHES = "lost-touches-dlq";

  private static final String EVENTS = "events-";
  private static final String TOUCHES = "touches-";
  private static final String DEAD_LETTERS = "-dlq";

  private QueueNames() {}

  /** Events that a program decides about. */
  public static String events(String programId) {
    return EVENTS + programId;
  }

  /** Due touches of a kind of channel. */
  public static String touches(String channelType) {
    return TOUCHES + channelType;
  }

  /** Whether due touches come to a queue. */
  public static boolean isTouches(String queue) {
    return queue.startsWith(TOUCHES);
  }

  /** Where a queue's messages go that it cannot get rid of. */
  public static String deadLetters(String queue) {
    return queue + DEAD_LETTERS;
  }
}
