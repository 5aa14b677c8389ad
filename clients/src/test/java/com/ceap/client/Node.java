package com.ceap.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Node.js of this machine. */
record Node(Path program) {
  private static final int OLDEST = 20;
  private static final List<String> PACKAGE =
      List.of("package.json", "index.js", "index.d.ts", "exchange.js");
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*\\s*");

  /** How a script ended, and what it said. */
  record Ended(int exitCode, String output) {}

  /** Skips the test where there is no Node.js of a version that is still maintained. */
  static Node require() throws Exception {
    Optional<Path> program =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "skipped: node is not on the PATH");
    Node node = new Node(program.orElseThrow());
    Matcher version = VERSION.matcher(node.run(Path.of(""), Map.of(), "--version").output());
    assumeTrue(
        version.matches() && Integer.parseInt(version.group(1)) >= OLDEST,
        () -> "skipped: %s should be of version %d or later".formatted(node.program(), OLDEST));
    return node;
  }

  /** Makes the generated package an installed one of an app, as {@code npm install} does. */
  static void install(Path app) throws IOException {
    Path installed = app.resolve("node_modules/ceap-serving-client");
    Files.createDirectories(installed);
    for (String file : PACKAGE) {
      Files.copy(Path.of("target/javascript", file), installed.resolve(file));
    }
    Files.writeString(app.resolve("package.json"), "{\"type\": \"module\"}");
  }

  /** Runs a script to its end. */
  Ended run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
