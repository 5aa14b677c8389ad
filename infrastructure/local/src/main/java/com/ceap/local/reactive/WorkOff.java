package com.ceap.local.reactive;

import com.ceap.local.clock.ClockState;
import com.ceap.local.clock.Pause;
import com.ceap.local.engine.Engine;
import com.ceap.local.engine.EngineListener;
import com.ceap.local.engine.EngineLock;
import com.ceap.local.engine.Recurring;
import com.ceap.local.platform.LocalPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Gets done what is due: by this process where no other works on the data folder, or else by that
 * one. Where that one ends meanwhile, however it does, this one goes on.
 */
public final class WorkOff {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final LocalPlatform platform;
  private final String who;
  private final StageFactory stages;
  private final Recurring recurring;
  private final EngineListener listener;
  private final Pause pause;

  /**
   * Work on a platform.
   *
   * @param who what others are told who find the lock taken, such as {@code ./ceap publish}
   * @param recurring what is done beside the queues, or waited for where another process does it
   */
  public WorkOff(
      LocalPlatform platform,
      String who,
      StageFactory stages,
      Recurring recurring,
      EngineListener listener,
      Pause pause) {
    this.platform = platform;
    this.who = who;
    this.stages = stages;
    this.recurring = recurring;
    this.listener = listener;
    this.pause = pause;
  }

  /** Takes the right to work on the data folder, where nobody has it. */
  public Optional<EngineLock> tryTake() {
    return EngineLock.tryTake(file(), who);
  }

  private Path file() {
    return platform.data().engineLock();
  }

  /** Who else works on the data folder, or did last. */
  public String holder() {
    return EngineLock.holder(file());
  }

  /** Works until nothing is due any more, for whoever has taken the right to. */
  public LocalStages untilQuiet(LocalReactive reactive) {
    LocalStages made = stages.make(platform, reactive).with(recurring);
    try (Engine engine = reactive.engine(made, listener)) {
      engine.runUntilQuiet();
    }
    return made;
  }

  /**
   * Returns when nothing is due any more, whoever has worked on it.
   *
   * @return what this process has done of it; empty where it was another one
   */
  public Optional<StageTotals> orWait(LocalReactive reactive) {
    Optional<StageTotals> worked = worked(reactive);
    while (worked.isEmpty() && !done(reactive)) {
      pause.await(BETWEEN_LOOKS);
      worked = worked(reactive);
    }
    return worked;
  }

  private Optional<StageTotals> worked(LocalReactive reactive) {
    Optional<EngineLock> lock = tryTake();
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try (EngineLock _ = lock.get()) {
      return Optional.of(untilQuiet(reactive).totals().get());
    }
  }

  private boolean done(LocalReactive reactive) {
    ClockState clock = platform.clock().refresh();
    listener.moved(clock);
    return !(clock instanceof ClockState.Manual manual && manual.advancing())
        && reactive.quiet()
        && !recurring.outstanding(platform.clock().instant())
        && reactive.quiet();
  }
}
