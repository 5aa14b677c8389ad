package com.ceap.lambdas.channel;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.SplittableRandom;

/** Lets calls fail before they are made, and after, when only the answer is lost; or all end. */
final class Mischief {
  private final SplittableRandom random;
  private final Baton baton;
  private double likelihood;

  Mischief(SplittableRandom random, Baton baton) {
    this.random = random;
    this.baton = baton;
  }

  void begin(double howLikely) {
    likelihood = howLikely;
  }

  void end() {
    likelihood = 0;
  }

  boolean happens() {
    return random.nextDouble() < likelihood;
  }

  /** Before a call: it may not be made at all. */
  void before() {
    baton.step();
    fail();
  }

  /** After a call: it was made, whatever is thrown here. */
  void after() {
    fail();
    baton.step();
  }

  private void fail() {
    if (happens()) {
      if (random.nextBoolean()) {
        throw new Killed();
      }
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "no answer");
    }
  }
}
