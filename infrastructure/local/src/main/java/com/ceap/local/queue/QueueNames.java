package com.ceap.local.queue;

/** How the platform's queues are called. */
public final class QueueNames {

  /** Events that end journeys, opt-outs, and what providers say of messages. */
  public static final String LIFECYCLE = "lifecycle";

  private static final String EVENTS = "events-";
  private static final String TOUCHES = "touches-";

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
}
