package com.ceap.local.story;

import com.ceap.local.bus.BusCounts;
import com.ceap.local.bus.PutEntry;
import com.ceap.local.engine.Engine;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageTotals;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a story takes place, for whoever holds the engine's lock.
 *
 * @param program with a source of CartAbandoned events
 * @param totals what the engine's stages have done
 */
public record StoryPlace(
    LocalPlatform platform,
    LocalReactive reactive,
    Engine engine,
    Supplier<StageTotals> totals,
    Program program) {

  Instant now() {
    return platform.clock().instant();
  }

  /** Puts events on the bus and works off what they lead to. */
  void put(List<PutEntry> entries) {
    // What is refused is counted by the bus.
    var _ = reactive.bus().put(entries);
    engine.runUntilQuiet();
  }

  /** Lets time pass up to a moment, with all that is due on the way. */
  void moveTo(Instant moment) {
    if (moment.isAfter(now())) {
      var _ = platform.clock().advanceTo(moment);
    }
    engine.runUntilQuiet();
  }

  BusCounts bus() {
    return reactive.status(totals.get()).bus();
  }

  StoryRecords records(StoryCart cart) {
    return StoryRecords.read(cart, program.programId(), platform.stores());
  }
}
