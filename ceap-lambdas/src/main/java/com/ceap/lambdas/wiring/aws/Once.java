package com.ceap.lambdas.wiring.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A thing that is made when it is first asked for, and then kept. Thread-safe. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> make;
  private final List<T> made = new ArrayList<>(1);

  Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made.add(make.get());
    }
    return made.getFirst();
  }
}
