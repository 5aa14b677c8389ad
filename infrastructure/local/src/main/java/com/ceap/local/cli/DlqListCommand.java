package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(name = "list", description = "Lists the dead letters, the newest first.")
final class DlqListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most this many. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  DlqListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit should be at least 1, was " + limit + ".");
    }
    try (LocalPlatform platform = data.openExisting(context)) {
      DeadLetters letters = new DeadLetters(platform.tables());
      List<DeadLetter> found = letters.newest(limit);
      if (output.json()) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        found.forEach(letter -> json.add(DeadLetterJson.of(letter)));
        output.print(json);
      } else {
        print(found, letters.count());
      }
    }
    return 0;
  }

  private void print(List<DeadLetter> found, long count) {
    if (found.isEmpty()) {
      output.line("There are no dead letters.");
      return;
    }
    for (DeadLetter letter : found) {
      output.line(
          "%s  %s  %-30s  %s: %s",
          letter.id(), letter.diedAt(), letter.queue(), letter.code(), letter.reason());
    }
    if (count > found.size()) {
      output.line("... and %,d older ones; --limit shows more", count - found.size());
    }
  }
}
