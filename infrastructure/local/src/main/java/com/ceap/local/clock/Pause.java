package com.ceap.local.clock;

import java.time.Duration;

/** Lets real time pass, where a process waits for another one; in tests it may be shorter. */
@FunctionalInterface
public interface Pause {
  void await(Duration duration);
}
