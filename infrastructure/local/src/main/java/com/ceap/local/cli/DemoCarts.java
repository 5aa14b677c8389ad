package com.ceap.local.cli;

import com.ceap.channels.local.OutboxEntry;
import com.ceap.local.engine.Engine;
import com.ceap.local.jobs.LocalJobs;
import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxMessage;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.LocalStages;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.local.story.CartStory;
import com.ceap.local.story.StoryFigures;
import com.ceap.local.story.StoryPlace;
import com.ceap.local.story.StoryText;
import com.ceap.model.Message;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.time.Duration;

/** The demo's second half: carts are left, messages go out, some customers buy. */
final class DemoCarts {
  private static final String PROGRAM = "abandoned-cart-recovery";

  private final LocalPlatform platform;
  private final CommandContext context;
  private final CommandOutput output;

  DemoCarts(LocalPlatform platform, CommandContext context, CommandOutput output) {
    this.platform = platform;
    this.context = context;
    this.output = output;
  }

  /**
   * A story and how long it took.
   *
   * @param nanos of the machine's own time
   */
  record Told(StoryFigures figures, long nanos) {}

  /** Tells the story, for whoever holds the engine's lock. */
  Told tell(SampleShopConfig shop, int carts) {
    long started = System.nanoTime();
    ReactiveWork work = new ReactiveWork(platform, context, output, DemoCommand.WHO);
    LocalReactive reactive = work.prepare();
    Program program = reactive.programs().newest(PROGRAM).orElseThrow(DemoCarts::missing);
    LocalStages stages = new StageWiring(work.composing()).make(platform, reactive);
    try (ProgressLine progress = output.progress(context);
        Engine engine = reactive.engine(stages, new ClockProgress(progress))) {
      StoryPlace place = new StoryPlace(platform, reactive, engine, stages.totals(), program);
      StoryFigures figures = new CartStory(place, shop, carts).tell();
      return new Told(figures, System.nanoTime() - started);
    }
  }

  /**
   * Lets a day pass with every job that is due on it, and writes the report; for whoever holds the
   * engine's lock.
   */
  void dayPasses() {
    long started = System.nanoTime();
    ReactiveWork work = new ReactiveWork(platform, context, output, DemoCommand.WHO);
    LocalReactive reactive = new LocalReactive(platform);
    JobText jobs = new JobText(output);
    LocalJobs all = LocalJobs.of(platform, reactive.programs(), jobs::ended);
    // What was due before the demo is no part of it.
    var _ = all.due(platform.clock().instant());
    LocalStages stages = new StageWiring(work.composing()).make(platform, reactive).with(all);
    try (ProgressLine progress = output.progress(context);
        Engine engine = reactive.engine(stages, new ClockProgress(progress))) {
      var _ = platform.clock().advance(Duration.ofDays(1));
      engine.runUntilQuiet();
    }
    output.line("%n7. A day passes with its jobs (%.1f s)", (System.nanoTime() - started) / 1e9);
    jobs.print();
    report();
  }

  private void report() {
    String prefix = "reports/" + PROGRAM + "/";
    platform.objects().list(prefix).stream()
        .reduce((_, last) -> last)
        .ifPresent(key -> output.line("%n  the report: %s", platform.objects().path(key)));
  }

  private static CeapException missing() {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "the demo needs the program %s, which is not there or not valid".formatted(PROGRAM));
  }

  void print(Told told) {
    StoryFigures story = told.figures();
    output.line(
        "%n6. %,d carts are left, and %d hours pass (%.1f s)",
        story.carts(), Duration.between(story.begin(), story.end()).toHours(), told.nanos() / 1e9);
    output.out().print(StoryText.of(story));
    story.example().ifPresent(this::print);
  }

  private void print(Message message) {
    OutboxEntry entry = LocalOutbox.of(platform.data()).find(message.messageId());
    output.line("%n  a message: \"%s\"", entry.summary());
    new OutboxMessage(entry).preview().ifPresent(preview -> output.line("  %s", preview));
  }

  /** What to look at next. */
  void goOn(Told told) {
    output.line("  ./ceap report %s", PROGRAM);
    told.figures()
        .example()
        .ifPresent(
            message -> {
              String customer = message.candidate().customerId();
              output.line("  ./ceap explain %s --customer %s", PROGRAM, customer);
              output.line("  ./ceap outbox list --customer %s", customer);
              output.line("  ./ceap outbox show %s", LocalOutbox.shortId(message.messageId()));
            });
    output.line("  ./ceap up                    (then publish events to it; see README.md)");
  }
}
