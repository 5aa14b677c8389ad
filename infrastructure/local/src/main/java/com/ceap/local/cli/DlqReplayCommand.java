package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.reactive.LetterReplay;
import com.ceap.local.reactive.LocalReactive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters again. */
@Command(
    name = "replay",
    description = {
      "Sends a dead letter to its queue again, or all of them; what the bus refused is put again.",
      "What fails again is a dead letter again."
    })
final class DlqReplayCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final CommandContext context;
  private long replayed;

  @Parameters(paramLabel = "ID", arity = "0..1", description = "As `ceap dlq list` shows it.")
  private String id;

  @Option(names = "--all", description = "All that there are now.")
  private boolean all;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  DlqReplayCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if ((id == null) != all) {
      throw new ParameterException(spec.commandLine(), "Name a letter's ID, or --all.");
    }
    try (LocalPlatform platform = data.openExisting(context)) {
      String result =
          new ReactiveWork(platform, context, output, "./ceap dlq replay").putAndWork(this::replay);
      long left = new DeadLetters(platform.tables()).count();
      if (output.json()) {
        output.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("replayed", replayed)
                .put("left", left)
                .put("work", result));
      } else {
        output.line("%,d replayed%n%s%n%,d dead letters are left", replayed, result, left);
      }
    }
    return 0;
  }

  private void replay(LocalReactive reactive) {
    LetterReplay replay = new LetterReplay(reactive);
    for (DeadLetter letter : letters(reactive.letters())) {
      if (replay.replay(letter)) {
        replayed++;
      } else {
        output.err().println("ceap: " + letter.id() + " was not kept whole and stays");
      }
    }
  }

  private List<DeadLetter> letters(DeadLetters letters) {
    return all ? letters.newest(MOST) : List.of(DeadLetterById.find(letters, id));
  }
}
