package com.ceap.runtime.metrics;

import java.util.List;

/** Takes measurements. Thread-safe; must not throw. */
@FunctionalInterface
public interface Measurements {
  /** Where nobody wants to know. */
  Measurements NONE = _ -> {};

  void put(List<Measurement> some);

  /** As {@link #put(List)}, for one. */
  default void put(Measurement one) {
    put(List.of(one));
  }
}
