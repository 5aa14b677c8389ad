package com.ceap.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command writes: text for people, or with {@code --json} one JSON document. */
final class CommandOutput {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  @Option(names = "--json", description = "Print the result as JSON, for machines.")
  private boolean json;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  boolean json() {
    return json;
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Prints a text as {@link String#format}, in no country's manner. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  void line(String format, Object... arguments) {
    out().println(String.format(Locale.ROOT, format, arguments));
  }

  void print(JsonNode document) {
    try {
      out().println(JSON.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot print the result", e);
    }
  }

  /** A progress line on standard error. */
  ProgressLine progress(CommandContext context) {
    return new ProgressLine(err(), context.liveProgress());
  }
}
