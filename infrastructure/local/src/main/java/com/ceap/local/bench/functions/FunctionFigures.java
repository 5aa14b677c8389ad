package com.ceap.local.bench.functions;

import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.local.functions.FunctionUse;

/**
 * What a function took for events of real size.
 *
 * @param use of its process, from its start to its last answer
 * @param firstCpu processor seconds of the first call, which a function does cold, without its
 *     start
 * @param nextCpu of the same once more, where nothing has to be loaded
 * @param calls of services for the first one
 * @param allCpu processor seconds of all its events, one after the other, each once
 * @param allCalls of services for all of them
 */
public record FunctionFigures(
    FunctionSpec function,
    FunctionUse use,
    double firstCpu,
    double nextCpu,
    int calls,
    double allCpu,
    int allCalls) {
  /** Lambda's own words: at 1,769 MB a function has one vCPU. */
  private static final double ONE_CPU = 1_769;

  /** What a call of a service within a region takes, and to read the largest objects. */
  private static final double CALL_SECONDS = 0.01;

  /** The share of the function's memory that its process has used, as far as it went. */
  public double memoryShare() {
    return use.peakMb() / function.memoryMb();
  }

  /** Whether it has four times the memory and eight times the time that it takes. */
  public boolean isWithinMargin() {
    return memoryShare() <= 0.25 && timeouts() >= 8;
  }

  /** The share of a processor that its memory buys; its work is done by one thread mostly. */
  double share() {
    return Math.min(1, function.memoryMb() / ONE_CPU);
  }

  /** How long a cold call would take with that share, and services that take their time. */
  public double seconds() {
    return firstCpu / share() + calls * CALL_SECONDS;
  }

  /** As {@link #seconds}, for all its events in one call. */
  double allSeconds() {
    return allCpu / share() + allCalls * CALL_SECONDS;
  }

  /** How many times as long it may take. */
  public double timeouts() {
    return function.timeout().toMillis() / 1e3 / seconds();
  }
}
