package com.ceap.local.cli;

import com.ceap.local.outbox.Desktop;
import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxMessage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens one message. */
@Command(
    name = "open",
    description =
        "Opens a message with the desktop's own program, where there is a desktop, and prints where"
            + " it lies.")
final class OutboxOpenCommand implements Callable<Integer> {
  private final CommandContext context;
  private final Desktop desktop = Desktop.ofProcess();

  @Parameters(paramLabel = "ID", description = "As `ceap outbox list` shows it, or its beginning.")
  private String id;

  @Option(
      names = "--eml",
      description = "The file that mail programs open, in place of the HTML preview.")
  private boolean eml;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  OutboxOpenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    OutboxMessage message = new OutboxMessage(LocalOutbox.of(data.place(context)).find(id));
    Path file = (eml ? message.mailFile() : message.preview()).orElseThrow(this::noSuchFile);
    boolean opened = desktop.open(file);
    if (output.json()) {
      output.print(
          JsonNodeFactory.instance.objectNode().put("file", file.toString()).put("opened", opened));
    } else {
      output.line("%s", file);
    }
    return 0;
  }

  private CeapException noSuchFile() {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "message '%s' is no e-mail and has no .eml; open it without --eml".formatted(id));
  }
}
