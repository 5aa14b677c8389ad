package com.ceap.lambdas.stage;

/**
 * What a stage did with one chunk, or with a whole run.
 *
 * @param in how many records or candidates came in
 * @param out how many left it
 * @param nanos time spent in it, summed over threads
 */
public record StageReport(String stage, long in, long out, long nanos) {
  public StageReport plus(StageReport other) {
    return new StageReport(stage, in + other.in, out + other.out, nanos + other.nanos);
  }

  public double seconds() {
    return nanos / 1e9;
  }
}
