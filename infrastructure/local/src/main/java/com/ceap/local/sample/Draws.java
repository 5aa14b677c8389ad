package com.ceap.local.sample;

/**
 * Random numbers that depend on nothing but a seed, a stream and an index, so that any row can be
 * made alone, in any order and on any thread. SplitMix64 underneath. Not thread-safe.
 */
final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What a number is drawn for; streams are independent of each other. */
  enum Stream {
    CUSTOMER(1),
    PROFILE(2),
    STANDING(3),
    CONSENT(4),
    CONTACT(5),
    DEVICE(6),
    CUSTOMER_FEATURE(7),
    PRODUCT(8),
    PRODUCT_FEATURE(9),
    VISIT(10),
    PURCHASE(11),
    SHUFFLE(12),
    CART(13),
    ABANDONED(14);

    private final int salt;

    Stream(int salt) {
      this.salt = salt;
    }
  }

  private long state;

  Draws(long seed, Stream stream, long index) {
    state = mix(mix(mix(seed) + stream.salt) + index * GOLDEN);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0..bound-1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /**
   * Standard normal up to six deviations: a sum of twelve uniforms of 16 bits each, the same on
   * every machine and free of logarithms.
   */
  double normal() {
    long sum = 6;
    for (int i = 0; i < 3; i++) {
      long bits = next();
      sum += (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    }
    return sum * 0x1.0p-16 - 6;
  }

  /** Poisson by Knuth's product; means of up to a few hundred. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
