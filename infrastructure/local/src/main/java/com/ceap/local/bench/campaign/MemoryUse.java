package com.ceap.local.bench.campaign;

/**
 * What memory a campaign took while it was sent, in MB (10^6 bytes).
 *
 * @param peak that the whole process had for itself, without the files that it has mapped; 0 where
 *     the system does not tell
 * @param liveEarly of objects that were still needed when a fifth of the parts had gone out
 * @param liveLate the same when all had
 */
public record MemoryUse(double peak, double liveEarly, double liveLate) {
  /** What four fifths of the messages have left behind. */
  double growth() {
    return Math.max(0, liveLate - liveEarly);
  }
}
