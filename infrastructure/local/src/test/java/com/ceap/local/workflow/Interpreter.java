package com.ceap.local.workflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.topology.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a state machine's definition with the interpreter that LocalStack wrote and moto ships: it
 * executes ItemReader, Map, Retry, Catch and Choice. It has no Express children, counts no
 * tolerated failures (every failed child is), writes no results of a map, and cannot redrive.
 */
final class Interpreter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = ProjectRoot.find();
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

  /** What SageMaker would refuse under the definition's own name for it. */
  private static final Map<String, String> NAMED =
      Map.of("TrainingRole", "arn:aws:iam::123456789012:role/training");

  private final Path python;
  private final Path script;

  private Interpreter(Path python, Path script) {
    this.python = python;
    this.script = script;
  }

  /**
   * An execution to run.
   *
   * @param machine which definition
   * @param startAt the state that it starts at
   * @param input of that state
   * @param context what its context object says
   */
  record Execution(
      Machine machine, String name, String startAt, ObjectNode input, ObjectNode context) {}

  /** The interpreter, installed where it is not; without it the test is skipped. */
  static Interpreter installed(Path folder) throws IOException, InterruptedException {
    Path venv = ROOT.resolve("target/aws-endpoint/moto-" + version());
    if (!Files.exists(venv.resolve("installed"))) {
      Process install =
          new ProcessBuilder(ROOT.resolve("infrastructure/aws-endpoint.sh").toString(), "true")
              .redirectErrorStream(true)
              .start();
      String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assumeTrue(install.waitFor() == 0, () -> "no interpreter of state machines: " + said);
    }
    Path script = folder.resolve("interpreter.py");
    try (InputStream in = Interpreter.class.getResourceAsStream("interpreter.py")) {
      Files.copy(in, script);
    }
    return new Interpreter(venv.resolve("bin/python"), script);
  }

  private static String version() throws IOException {
    Matcher version =
        Pattern.compile("(?m)^version=(.+)$")
            .matcher(Files.readString(ROOT.resolve("infrastructure/aws-endpoint.sh")));
    if (!version.find()) {
      throw new IllegalStateException("infrastructure/aws-endpoint.sh names no version");
    }
    return version.group(1);
  }

  /** Starts an execution whose functions and objects are behind an address. */
  Process start(URI functions, Execution execution) throws IOException {
    Process process =
        new ProcessBuilder(python.toString(), script.toString(), functions.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ObjectNode request = JSON.createObjectNode();
    request.put("definition", definition(execution.machine(), execution.startAt()));
    request.put("name", execution.name());
    request.set("input", execution.input());
    request.set("context", execution.context());
    try (OutputStream in = process.getOutputStream()) {
      in.write(JSON.writeValueAsBytes(request));
    }
    return process;
  }

  /** Runs an execution to its end. */
  JsonNode run(URI functions, Execution execution) throws IOException, InterruptedException {
    Process process = start(functions, execution);
    byte[] said = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the interpreter ended with " + process.exitValue());
    }
    return JSON.readTree(said);
  }

  /** Each function is called by the name that the definition has for it. */
  private static String definition(Machine machine, String startAt) throws IOException {
    try (InputStream in = Machine.class.getResourceAsStream(machine.definition())) {
      String definition = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SUBSTITUTION
          .matcher(definition)
          .replaceAll(named -> NAMED.getOrDefault(named.group(1), named.group(1)))
          .replaceFirst("\"StartAt\": \"\\w+\"", "\"StartAt\": \"" + startAt + "\"")
          .replace("\"ExecutionType\": \"EXPRESS\"", "\"ExecutionType\": \"STANDARD\"");
    }
  }
}
