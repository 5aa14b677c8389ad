package com.ceap.local.engine;

import com.ceap.local.clock.ClockState;

/** Is told what the engine comes across; called by several threads. */
public interface EngineListener {
  EngineListener SILENT = new EngineListener() {};

  /** The clock stands at a new moment on its way to its target. */
  default void moved(ClockState clock) {}

  /** Work failed beside any message: it is tried again. */
  default void failed(RuntimeException e) {}

  /** Nothing is due at the present moment; called by the engine's own thread, again and again. */
  default void quiet() {}
}
