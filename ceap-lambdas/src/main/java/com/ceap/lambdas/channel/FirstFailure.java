package com.ceap.lambdas.channel;

/** Lets each of several steps be made though others fail, and tells of the first that did. */
final class FirstFailure {
  private RuntimeException first;

  void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      add(e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // one that is met twice must not suppress itself
  void add(RuntimeException failure) {
    if (first == null) {
      first = failure;
    } else if (first != failure) {
      first.addSuppressed(failure);
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
