package com.ceap.local.cli;

import com.ceap.channels.spi.Composing;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.local.engine.EngineLock;
import com.ceap.local.engine.Recurring;
import com.ceap.local.jobs.JobListener;
import com.ceap.local.jobs.LocalJobs;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.ThreadPause;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageTotals;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.reactive.WorkOff;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What commands do to the queues, and that it is worked off: by the command itself, or by the
 * {@code ./ceap up} that runs on the data folder.
 */
final class ReactiveWork {
  private final LocalPlatform platform;
  private final CommandContext context;
  private final CommandOutput output;
  private final String who;

  ReactiveWork(LocalPlatform platform, CommandContext context, CommandOutput output, String who) {
    this.platform = platform;
    this.context = context;
    this.output = output;
    this.who = who;
  }

  /**
   * Puts something into the queues and works it off; where {@code ./ceap up} runs it is left to it.
   *
   * @return what was done, or who does it
   */
  String putAndWork(Consumer<LocalReactive> put) {
    try (ProgressLine progress = output.progress(context)) {
      WorkOff work = work(progress, Recurring.NOTHING);
      Optional<EngineLock> lock = work.tryTake();
      if (lock.isEmpty()) {
        return leave(put, work);
      }
      try (EngineLock _ = lock.get()) {
        LocalReactive reactive = prepare();
        put.accept(reactive);
        return done(Optional.of(work.untilQuiet(reactive).totals().get()), work);
      }
    }
  }

  private String leave(Consumer<LocalReactive> put, WorkOff work) {
    LocalReactive reactive = new LocalReactive(platform);
    put.accept(reactive);
    if (work.holder().startsWith(UpCommand.WHO)) {
      return "left to " + work.holder();
    }
    // Another command may have looked at the queues for the last time before we put.
    return done(work.orWait(reactive), work);
  }

  /**
   * Returns when nothing is due any more, jobs included, whoever works on it.
   *
   * @param jobs is told of each that this process has done
   * @return what was done, or who did it
   */
  String awaitQuiet(JobListener jobs) {
    try (ProgressLine progress = output.progress(context)) {
      LocalReactive reactive = new LocalReactive(platform);
      WorkOff work = work(progress, LocalJobs.of(platform, reactive.programs(), jobs));
      return done(work.orWait(reactive), work);
    }
  }

  private static String done(Optional<StageTotals> totals, WorkOff work) {
    return totals
        .map(ours -> "worked off: " + text(ours))
        .orElseGet(() -> "worked off by " + work.holder());
  }

  private WorkOff work(ProgressLine progress, Recurring jobs) {
    return new WorkOff(
        platform,
        who,
        (on, reactive) -> new StageWiring(composing()).make(on, reactive),
        jobs,
        new ClockProgress(progress),
        new ThreadPause());
  }

  /** With links to where {@code ./ceap up} has its pages unless it is told otherwise. */
  Composing composing() {
    return LocalMessages.composing(
        platform, context.programs(), URI.create("http://127.0.0.1:" + UpCommand.DEFAULT_PORT));
  }

  /**
   * Publishes the programs of the project's folder, unless somebody works on the data folder: what
   * is published holds then.
   */
  void publish() {
    Optional<EngineLock> lock = EngineLock.tryTake(platform.data().engineLock(), who);
    if (lock.isPresent()) {
      try (EngineLock _ = lock.get()) {
        publishAll();
      }
    }
  }

  private void publishAll() {
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    new ProgramPublisher(platform.objects(), loader)
        .publish(context.programs())
        .forEach(this::warn);
  }

  /**
   * Publishes the programs of the project's folder and says what is wrong with them and their
   * templates, and trains their models where there are none; only for whoever holds the engine's
   * lock.
   */
  LocalReactive prepare() {
    publishAll();
    LocalReactive reactive = new LocalReactive(platform);
    reactive.rules().problems().forEach(this::warn);
    TemplateLibrary templates = composing().templates();
    reactive.programs().newest().readable().stream()
        .flatMap(program -> templates.check(program).stream())
        .forEach(problem -> warn(problem.text()));
    new TrainedModels(context, output).ensure(platform, reactive.programs().newest().readable());
    return reactive;
  }

  private void warn(String problem) {
    output.err().println("ceap: " + problem);
  }

  static String text(StageTotals totals) {
    return String.format(
        Locale.ROOT,
        "%,d candidates, %,d rejected, %,d duplicates; %,d sent, %,d suppressed, %,d failed",
        totals.candidates(),
        totals.rejected(),
        totals.duplicates(),
        totals.sent(),
        totals.suppressed(),
        totals.failed());
  }
}
