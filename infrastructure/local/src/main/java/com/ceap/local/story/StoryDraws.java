package com.ceap.local.story;

import java.util.SplittableRandom;

/** Random numbers of one cart at one point of the story: the same seed gives the same ones. */
final class StoryDraws {
  private final SplittableRandom random;

  /**
   * Draws for a cart.
   *
   * @param moment 0 before the first touch, then the touch
   */
  StoryDraws(long seed, long cart, int moment) {
    this.random = new SplittableRandom(seed * 1_000_003 + cart * 1_009 + moment);
  }

  double uniform() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
