package com.ceap.local.cli;

import com.ceap.architecture.ProjectRoot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What a command printed, and how it ended. */
record CommandRun(int code, String out, String err) {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /** Runs a command with the project's programs, at {@link #NOW}. */
  static CommandRun of(String... arguments) {
    return in(ProjectRoot.find(), arguments);
  }

  static CommandRun in(Path home, String... arguments) {
    return run(home, NOW, arguments);
  }

  /** As {@link #of}, at another time. */
  static CommandRun at(Instant now, String... arguments) {
    return run(ProjectRoot.find(), now, arguments);
  }

  private static CommandRun run(Path home, Instant now, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Ceap.commandLine(new CommandContext(home, InstantSource.fixed(now), false, false))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** The whole of standard output, which must be one JSON document. */
  JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(out);
  }

  static String[] with(List<String> arguments, Object... more) {
    List<String> all = new ArrayList<>(arguments);
    for (Object argument : more) {
      all.add(argument.toString());
    }
    return all.toArray(String[]::new);
  }
}
