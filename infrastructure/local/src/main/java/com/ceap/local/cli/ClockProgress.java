package com.ceap.local.cli;

import com.ceap.local.clock.ClockState;
import com.ceap.local.engine.EngineListener;

/** Shows where a clock is that is being advanced. */
record ClockProgress(ProgressLine progress) implements EngineListener {
  @Override
  public void moved(ClockState clock) {
    if (clock instanceof ClockState.Manual manual && manual.advancing()) {
      progress.show("the clock is at %s of %s".formatted(manual.now(), manual.target()));
    }
  }
}
