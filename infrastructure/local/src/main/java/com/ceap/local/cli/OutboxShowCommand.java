package com.ceap.local.cli;

import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxMessage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one message. */
@Command(
    name = "show",
    description =
        "Shows a message: an e-mail's headers and text, a text message with its segments, a"
            + " notification's payload for each device.")
final class OutboxShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As `ceap outbox list` shows it, or its beginning.")
  private String id;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  OutboxShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    OutboxMessage message = new OutboxMessage(LocalOutbox.of(data.place(context)).find(id));
    if (output.json()) {
      output.print(message.json());
    } else {
      output.out().print(message.text());
      output.out().flush();
    }
    return 0;
  }
}
