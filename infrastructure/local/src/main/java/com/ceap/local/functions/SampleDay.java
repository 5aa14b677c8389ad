package com.ceap.local.functions;

import com.ceap.lambdas.batch.BatchJson;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.changes.ItemJson;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Run;
import com.ceap.storage.table.TableDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day of the platform's functions, each asked something that happens. What one of them answers or
 * writes is what those after it are asked about. For one thread.
 */
public final class SampleDay implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN = "sample-run";
  private static final String STOPPED = "stopped-run";

  private static final Duration HOUR = Duration.ofHours(1);

  private final Path home;
  private final ProgramLoader loader;
  private final Size size;
  private final Instant now;
  private final StandInAws aws;
  private final SampleCarts carts;
  private JsonNode begun = JSON.missingNode();
  private JsonNode ended = JSON.missingNode();
  private JsonNode part = JSON.missingNode();

  /**
   * How much there is to do at a time.
   *
   * @param rows in a chunk of a batch
   * @param changes in a batch of a stream
   */
  public record Size(int rows, int changes) {
    /** Enough to go every way. */
    public static final Size SMALL = new Size(200, 100);

    /** A hundredth of a batch of 500,000 rows, and as many changes as a stream brings at most. */
    public static final Size REAL = new Size(5_000, 1_000);
  }

  /**
   * Begins.
   *
   * @param home the project's folder
   */
  public SampleDay(Path home, ProgramLoader loader, Size size, InstantSource clock) {
    this.home = home;
    this.loader = loader;
    this.size = size;
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant noonBefore = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
    this.aws =
        StandInAws.open(
            SampleEnvironment.objects(home.resolve("programs"), loader),
            SampleRows.interactions(1, size.rows(), noonBefore),
            clock);
    this.carts = new SampleCarts(aws.stores().messages(), version(SampleEnvironment.CARTS), now);
    SampleShelves.fill(aws.stores(), Math.max(100, SampleRows.customers(size.rows())), now);
    stopped();
  }

  /** A run whose execution was stopped. */
  private void stopped() {
    LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2);
    String program = SampleEnvironment.RECOMMENDATIONS;
    RunTicket ticket = new RunTicket(program, version(program), STOPPED, date, now, false);
    aws.stores().runs().register(Run.starting(program, STOPPED, date, now));
    try {
      aws.put(ticket.keys().ticket(), BatchJson.mapper().writeValueAsBytes(ticket));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a ticket as JSON", e);
    }
  }

  /** Where it happens. */
  public StandInAws aws() {
    return aws;
  }

  /** The functions in the order in which they have their turn. */
  public static List<FunctionName> order() {
    List<FunctionName> order = new ArrayList<>(List.of(FunctionName.values()));
    // Feedback comes once something was sent, and figures of what has changed.
    List<FunctionName> last =
        List.of(
            FunctionName.LIFECYCLE,
            FunctionName.CHANGES,
            FunctionName.JOBS,
            FunctionName.EXPORT,
            FunctionName.RETRAIN,
            FunctionName.SERVING);
    order.removeAll(last);
    order.addAll(last);
    return List.copyOf(order);
  }

  /** What a function is asked, one after the other. */
  public List<String> events(FunctionName function) {
    return switch (function) {
      case EXTRACT -> List.of(SampleEvents.execution(RUN, SampleEnvironment.RECOMMENDATIONS, now));
      case ETL, FILTER, SCORE, STORE -> List.of(begun.toString());
      case SELECT, COMPLETE -> List.of(only(begun, "run").toString());
      case SETTLE ->
          List.of(
              SampleEvents.executionEnded(
                  STOPPED,
                  "ABORTED",
                  "{\"programId\":\"" + SampleEnvironment.RECOMMENDATIONS + "\"}"));
      case REACTIVE -> List.of(queued(QueueNames.events(SampleEnvironment.CARTS), carts.left()));
      case LIFECYCLE ->
          List.of(
              queued(QueueNames.LIFECYCLE, documented()),
              queued(QueueNames.LIFECYCLE, carts.afterwards()));
      case CHANNEL -> carts.touches();
      case SWEEP -> List.of("{}");
      case FREEZE -> List.of(JSON.createObjectNode().<ObjectNode>set("run", ended).toString());
      case SEND_PART -> List.of(part.toString());
      case JOBS -> jobs(FunctionName.JOBS);
      case CHANGES -> List.of(changes());
      case SERVING -> requests();
      case EXPORT -> jobs(FunctionName.EXPORT);
      case RETRAIN ->
          List.of("{\"step\":\"models\",\"execution\":\"sample\",\"begun\":\"" + now + "\"}");
    };
  }

  /** Learns what a function answered to its first event. */
  public void answered(FunctionName function, String answer) {
    switch (function) {
      case EXTRACT -> begun = firstChunk(read(answer));
      case ETL, FILTER -> begun = read(answer);
      case COMPLETE -> ended = read(answer);
      case FREEZE -> part = due(read(answer).path("parts").path(0));
      case SCORE,
          SELECT,
          STORE,
          SETTLE,
          REACTIVE,
          LIFECYCLE,
          CHANNEL,
          SWEEP,
          SEND_PART,
          JOBS,
          CHANGES,
          SERVING,
          EXPORT,
          RETRAIN -> {}
    }
  }

  private JsonNode firstChunk(JsonNode extracted) {
    ObjectNode task = only(extracted, "run");
    JsonNode chunks =
        aws.object(extracted.path("work").path("manifest").asText())
            .map(SampleDay::read)
            .orElseThrow();
    return task.set("chunk", chunks.path(0));
  }

  /** Its moment may be tomorrow morning; the list says that it has come. */
  private JsonNode due(JsonNode wanted) {
    String folder = "campaigns/";
    aws.keys(folder).stream()
        .filter(key -> key.endsWith("manifest.json"))
        .forEach(
            key -> {
              JsonNode manifest = aws.object(key).map(SampleDay::read).orElseThrow();
              manifest
                  .path("parts")
                  .forEach(one -> ((ObjectNode) one).put("at", now.minus(HOUR).toString()));
              aws.put(key, manifest.toString().getBytes(StandardCharsets.UTF_8));
            });
    return wanted;
  }

  private static ObjectNode only(JsonNode of, String key) {
    return JSON.createObjectNode().set(key, of.path(key));
  }

  static String queued(String queue, List<String> bodies) {
    return SampleEvents.messages(SampleEnvironment.PREFIX + queue, bodies);
  }

  /** The examples of the reference, as far as they go to the lifecycle. */
  private List<String> documented() {
    try (Stream<Path> files = Files.list(home.resolve("docs/reference/events/examples"))) {
      return files
          .filter(file -> !file.getFileName().toString().equals("cart-abandoned.json"))
          .sorted()
          .map(file -> SampleEvents.event(read(bytes(file)), now))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the examples of events", e);
    }
  }

  /** Each job that a schedule names a function for, for the first program that it is for. */
  private List<String> jobs(FunctionName function) {
    List<String> calls = new ArrayList<>();
    for (ScheduleSpec schedule : Topology.PLATFORM.schedules()) {
      if (schedule.call().equals(new ScheduleSpec.Call.OfFunction(function))) {
        calls.add(job(schedule.plan()));
      }
    }
    return calls;
  }

  private String job(JobPlan plan) {
    ObjectNode call = JSON.createObjectNode().put("job", plan.name());
    if (plan.due() instanceof JobPlan.Due.OfProgram(var expression)) {
      Stream.of(SampleEnvironment.CARTS, SampleEnvironment.RECOMMENDATIONS)
          .filter(id -> expression.apply(program(id)).isPresent())
          .findFirst()
          .ifPresent(id -> call.put("programId", id));
    }
    return call.toString();
  }

  /** What has been written so far, as far as the stream brings it. */
  private String changes() {
    TableDefinition table = CeapTables.CANDIDATES;
    List<Map.Entry<ObjectNode, ObjectNode>> items =
        IntStream.range(0, SampleRows.customers(size.rows()))
            .mapToObj(SampleShelves::customerId)
            .flatMap(customer -> aws.streamed(customer).stream())
            .limit(size.changes())
            .map(
                item ->
                    Map.entry(ItemJson.write(table.keyItem(table.key(item))), ItemJson.write(item)))
            .toList();
    return SampleEvents.changes(SampleEnvironment.PREFIX + table.name(), now, items);
  }

  private static List<String> requests() {
    String customer = SampleShelves.customerId(3);
    String path = "/v1/customers/" + customer;
    String reader = SampleShelves.customerId(50);
    String feed = SampleEvents.request("/v1/customers/" + reader + "/candidates", reader);
    return List.of(
        feed,
        feed,
        SampleEvents.request(path + "/consent", customer),
        SampleEvents.request(
            "PUT",
            path + "/consent",
            customer,
            "{\"consents\":[{\"channel\":\"email\",\"optedOut\":true}]}"),
        SampleEvents.request("DELETE", path, customer, ""));
  }

  private String version(String programId) {
    return program(programId).version();
  }

  private Program program(String programId) {
    return loader.load(home.resolve("programs").resolve(programId + ".yaml")).orElseThrow();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static JsonNode read(byte[] json) {
    return read(new String(json, StandardCharsets.UTF_8));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + json, e);
    }
  }

  @Override
  public void close() {
    aws.close();
  }
}
