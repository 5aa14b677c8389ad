package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(name = "show", description = "Shows a dead letter with all that was sent.")
final class DlqShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As `ceap dlq list` shows it.")
  private String id;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  DlqShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      DeadLetter letter = DeadLetterById.find(new DeadLetters(platform.tables()), id);
      if (output.json()) {
        output.print(DeadLetterJson.of(letter).put("body", letter.body()));
      } else {
        print(letter);
      }
    }
    return 0;
  }

  private void print(DeadLetter letter) {
    output.line("%s of queue %s", letter.id(), letter.queue());
    output.line("  %s: %s", letter.code(), letter.reason());
    output.line("  sent at      %s", letter.sentAt());
    output.line("  given up at  %s, taken %d times", letter.diedAt(), letter.receives());
    output.line("%n%s", letter.body());
    if (letter.cut()) {
      output.line("... the rest was too large to be kept");
    }
  }
}
