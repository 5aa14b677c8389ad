package com.ceap.local.workflow;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.connectors.spi.Warehouse;
import com.ceap.lambdas.batch.BatchPlace;
import com.ceap.lambdas.batch.DecisionPorts;
import com.ceap.lambdas.batch.SelectStep;
import com.ceap.lambdas.batch.aws.CompleteHandler;
import com.ceap.lambdas.batch.aws.EtlHandler;
import com.ceap.lambdas.batch.aws.ExtractHandler;
import com.ceap.lambdas.batch.aws.FilterHandler;
import com.ceap.lambdas.batch.aws.KnownSteps;
import com.ceap.lambdas.batch.aws.ScoreHandler;
import com.ceap.lambdas.batch.aws.SelectHandler;
import com.ceap.lambdas.batch.aws.SettleHandler;
import com.ceap.lambdas.batch.aws.StoreHandler;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.topology.Machine;
import com.ceap.local.functions.SampleEvents;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.LazyModels;
import com.ceap.local.run.LocalRuns;
import com.ceap.model.program.Marketplaces;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.CandidatePage;
import com.ceap.storage.Cursor;
import com.ceap.storage.Run;
import com.ceap.storage.Stores;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The handlers of the batch on a store and objects of their own, behind a bridge. */
final class Workshop implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Program program;
  private final LocalPlatform platform;
  private final Interpreter interpreter;
  final FunctionBridge bridge;

  /** What the functions measured. */
  final Measured measured = new Measured();

  Workshop(Program program, Path data, Path models, Warehouse warehouse, Interpreter interpreter)
      throws IOException {
    this.program = program;
    this.platform = LocalRuns.open(data);
    this.interpreter = interpreter;
    Stores stores = platform.stores();
    BatchPlace place =
        new BatchPlace(
            platform.registries(),
            new ConnectorEnvironment(warehouse),
            new ScoringEnvironment(new LazyModels(models)),
            new DecisionPorts(
                stores.customers(),
                stores.products(),
                stores.ledgers(),
                stores.features(),
                stores.scores()),
            stores.candidates(),
            stores.runs(),
            stores.erasures().log(),
            platform.objects(),
            platform.clock(),
            1);
    this.bridge = new FunctionBridge(functions(place), platform.objects());
  }

  /** Each function has steps of its own, as in processes of their own. */
  private Map<String, RequestStreamHandler> functions(BatchPlace place) {
    Map<String, Function<KnownSteps, RequestStreamHandler>> handlers =
        Map.of(
            "Extract", ExtractHandler::new,
            "Etl", EtlHandler::new,
            "Filter", FilterHandler::new,
            "Score", ScoreHandler::new,
            "Select", SelectHandler::new,
            "Store", StoreHandler::new,
            "Complete", CompleteHandler::new,
            "Settle", SettleHandler::new);
    Map<String, RequestStreamHandler> functions = new TreeMap<>();
    handlers.forEach(
        (name, handler) ->
            functions.put(
                name,
                handler.apply(new KnownSteps(PublishedPrograms.only(program), place, measured))));
    return functions;
  }

  ObjectNode input() {
    return JSON.createObjectNode().put("programId", program.programId());
  }

  /** Runs an execution that starts at the moment of the local runs. */
  JsonNode run(String name, ObjectNode input) throws IOException, InterruptedException {
    return interpreter.run(bridge.address(), execution(name, input));
  }

  /** Begins an execution and leaves it to itself. */
  Process start(String name, ObjectNode input) throws IOException {
    return interpreter.start(bridge.address(), execution(name, input));
  }

  private static Interpreter.Execution execution(String name, ObjectNode input) {
    return execution(name, "Extract", input, context(0, input));
  }

  private static Interpreter.Execution execution(
      String name, String startAt, ObjectNode input, ObjectNode context) {
    return new Interpreter.Execution(Machine.BATCH, name, startAt, input, context);
  }

  /**
   * What Step Functions does when an execution is redriven: it goes on from the state where it
   * failed, with the input of that state. The program's id is added for the paths into the
   * execution's own input, which the interpreter takes for one and the same.
   */
  JsonNode redrive(String name, JsonNode failed) throws IOException, InterruptedException {
    ObjectNode state = (ObjectNode) JSON.readTree(failed.path("lastInput").asText());
    state.setAll(input());
    return interpreter.run(
        bridge.address(),
        execution(name, failed.path("lastState").asText(), state, context(1, input())));
  }

  /** As {@link #redrive}, for an execution that was stopped while it stored. */
  JsonNode redriveStore(String name) throws IOException, InterruptedException {
    RunKeys keys = new RunKeys(program.programId(), name);
    ObjectNode state = input();
    state.set("run", object(keys.ticket()));
    state
        .putObject("selected")
        .put("manifest", keys.manifest(SelectStep.MANIFEST))
        .put("toleratedFailurePercentage", 0);
    return interpreter.run(bridge.address(), execution(name, "Store", state, context(1, input())));
  }

  /** Tells that an execution has ended; whether its run was settled for that. */
  boolean settle(String name, String status, ObjectNode input) throws IOException {
    String event = SampleEvents.executionEnded(name, status, input.toString());
    return JSON.readTree(bridge.called("Settle", event.getBytes(StandardCharsets.UTF_8)))
        .path("settled")
        .asBoolean();
  }

  private static ObjectNode context(int redriven, ObjectNode input) {
    ObjectNode context = JSON.createObjectNode();
    context.put("RedriveCount", redriven).put("StartTime", LocalRuns.CLOCK.instant().toString());
    return context.set("Input", input);
  }

  JsonNode summary(String execution) throws IOException {
    return object("runs/%s/%s/summary.json".formatted(program.programId(), execution));
  }

  private JsonNode object(String key) throws IOException {
    try (InputStream in = platform.objects().open(key)) {
      return JSON.readTree(in);
    }
  }

  /** The newest run as campaigns see it. */
  Run.State newestRun() {
    return platform.stores().runs().latest(program.programId(), 1).getFirst().state();
  }

  /** Every stored candidate that goes out in the app, with its score. */
  Map<String, Double> stored() {
    CandidatePage page =
        platform
            .stores()
            .candidates()
            .top(
                program.programId(),
                List.copyOf(Marketplaces.ids()),
                "in-app",
                0,
                Integer.MAX_VALUE,
                Cursor.START);
    Map<String, Double> scores = new TreeMap<>();
    page.candidates().forEach(c -> scores.put(c.decision().key().toString(), c.decision().score()));
    return scores;
  }

  /** Keeps measurements. */
  static final class Measured implements Measurements {
    private final List<Measurement> all = new CopyOnWriteArrayList<>();

    @Override
    public void put(List<Measurement> some) {
      all.addAll(some);
    }

    double sum(Metric metric) {
      return all.stream()
          .filter(one -> one.metric() == metric)
          .mapToDouble(Measurement::value)
          .sum();
    }
  }

  @Override
  public void close() {
    bridge.close();
    platform.close();
  }
}
