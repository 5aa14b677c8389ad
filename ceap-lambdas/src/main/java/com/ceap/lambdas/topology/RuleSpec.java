package com.ceap.lambdas.topology;

/**
 * Events that a bus brings to a queue; what cannot be brought goes to the queue's dead letters.
 *
 * @param events which
 * @param queues where to
 */
public record RuleSpec(Events events, QueueKind queues) {
  /** Which events a rule takes. */
  public enum Events {
    /** What matches the pattern of an event source of an enabled program, on the bus it names. */
    OF_PROGRAM,
    /**
     * What {@link com.ceap.lambdas.lifecycle.LifecycleRoutes} names: of AWS's services on the
     * default bus, all others on every bus.
     */
    OF_LIFECYCLE
  }
}
