package com.ceap.lambdas.channel;

/** Lets each of several steps be made though others fail, and tells of the first that did. */
final class FirstFailure {
  private RuntimeException first;

  void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }

  boolean any() {
    return first != null;
  }

  void rethrow() {
    if (first != null) {
      throw first;
    }
  }
}
