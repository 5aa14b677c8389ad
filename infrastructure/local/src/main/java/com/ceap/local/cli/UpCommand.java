package com.ceap.local.cli;

import com.ceap.channels.spi.Composing;
import com.ceap.local.clock.ClockState;
import com.ceap.local.engine.Engine;
import com.ceap.local.engine.EngineListener;
import com.ceap.local.engine.EngineLock;
import com.ceap.local.http.Answer;
import com.ceap.local.http.EventsEndpoint;
import com.ceap.local.http.LoopbackServer;
import com.ceap.local.jobs.LocalJobs;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.LocalStages;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.web.PlatformWeb;
import com.ceap.model.program.Program;
import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the platform until it is interrupted. */
@Command(
    name = "up",
    description = {
      "Runs the reactive platform on this machine, for this machine alone, until Ctrl-C.",
      "Events come in as EventBridge's PutEvents on the AWS port, so that an AWS client or"
          + " `aws events put-events --endpoint-url http://127.0.0.1:4566` publishes to it."
    })
final class UpCommand implements Callable<Integer> {
  /** What others are told who find the data folder in use. */
  static final String WHO = "./ceap up";

  static final int DEFAULT_PORT = 8080;

  private final CommandContext context;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + DEFAULT_PORT,
      description =
          "Where the platform's pages are, 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--aws-port",
      paramLabel = "PORT",
      defaultValue = "4566",
      description = "Where AWS clients put events, 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int awsPort;

  /** What the clock goes by. */
  private enum Mode {
    MANUAL,
    SYSTEM
  }

  @Option(
      names = "--clock",
      paramLabel = "MODE",
      description =
          "manual: time stands still until `ceap clock advance`; system: it goes by the machine's."
              + " Default: as it was, in a new data folder system.")
  private Mode clock;

  @Option(
      names = "--no-auth",
      description =
          "Let everybody on this machine read and write every customer; without it the serving API"
              + " takes the tokens of `ceap token`.")
  private boolean noAuth;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  UpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (ShutdownSignal signal = ShutdownSignal.install();
        LocalPlatform platform = data.open(context);
        EngineLock _ = EngineLock.take(platform.data().engineLock(), WHO);
        LoopbackServer pages = LoopbackServer.bind(port, "--port");
        LoopbackServer events = LoopbackServer.bind(awsPort, "--aws-port")) {
      setClock(platform);
      LocalReactive reactive = new ReactiveWork(platform, context, output, WHO).prepare();
      run(platform, reactive, pages, events, signal);
    }
    return 0;
  }

  private void setClock(LocalPlatform platform) {
    if (clock == Mode.MANUAL) {
      platform.clock().stop();
    } else if (clock == Mode.SYSTEM) {
      platform.clock().follow();
    }
  }

  private void run(
      LocalPlatform platform,
      LocalReactive reactive,
      LoopbackServer pages,
      LoopbackServer events,
      ShutdownSignal signal) {
    Composing composing =
        LocalMessages.composing(platform, context.programs(), URI.create(pages.url()));
    LocalStages stages =
        new StageWiring(composing)
            .make(platform, reactive)
            .with(LocalJobs.of(platform, reactive.programs(), new JobText(output)::show));
    HttpHandler status =
        exchange ->
            Answer.json(200, reactive.status(stages.totals().get()).json().toString())
                .send(exchange);
    try (Engine engine = reactive.engine(stages, new Failures(output))) {
      new PlatformWeb(platform, reactive, composing, !noAuth, engine::wake).serveOn(pages);
      pages.serve("/status", status).start();
      events.serve("/", new EventsEndpoint(reactive.bus(), engine::wake, status)).start();
      signal.onShutdown(engine::stop);
      greet(platform, reactive, pages, events);
      try (StatusPrinter _ =
          new StatusPrinter(
              output.progress(context), () -> reactive.status(stages.totals().get()).line())) {
        engine.run();
      }
      output.line("%s", reactive.status(stages.totals().get()).line());
    }
  }

  private void greet(
      LocalPlatform platform, LocalReactive reactive, LoopbackServer pages, LoopbackServer events) {
    String taking =
        reactive.programs().newest().readable().stream()
            .filter(program -> program.enabled() && !program.eventSources().isEmpty())
            .map(Program::programId)
            .collect(Collectors.joining(", "));
    output.line("CEAP runs on %s", platform.data().root());
    output.line(
        "  time    %s, %s",
        platform.clock().instant(),
        platform.clock().state() instanceof ClockState.OfSystem ? "the system's" : "manual");
    output.line("  events  %s  PutEvents, buses %s", events.url(), buses(reactive));
    output.line("  pages   %s", pages.url());
    output.line("  api     %s/v1  %s", pages.url(), noAuth ? open() : "for tokens of ./ceap token");
    output.line("  status  %s/status", pages.url());
    output.line("  taking  %s", taking.isEmpty() ? "no program takes events" : taking);
    output.line("Ctrl-C ends it.");
  }

  private String open() {
    String warning = "WITHOUT AUTHENTICATION: whoever reaches this port may do everything";
    return (context.colours() ? Ansi.ON : Ansi.OFF).string("@|bold,red " + warning + "|@");
  }

  private static String buses(LocalReactive reactive) {
    return reactive.rules().buses().stream().sorted().collect(Collectors.joining(", "));
  }

  /** Tells of work that failed and is tried again. */
  private record Failures(CommandOutput output) implements EngineListener {
    @Override
    public void failed(RuntimeException e) {
      output.err().println("ceap: work failed and is tried again: " + e.getMessage());
    }
  }
}
