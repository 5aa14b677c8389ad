package com.ceap.local.bench.campaign;

/**
 * What some work has taken.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all processors together; on a machine that others use too they say more
 */
public record Effort(double seconds, double cpuSeconds) {
  static final Effort NONE = new Effort(0, 0);

  Effort plus(Effort other) {
    return new Effort(seconds + other.seconds, cpuSeconds + other.cpuSeconds);
  }
}
