package com.ceap.local.cli;

import com.ceap.channels.local.OutboxEntry;
import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxMessage;
import com.ceap.local.outbox.OutboxQuery;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what was sent. */
@Command(name = "list", description = "Lists the messages that were sent, the newest first.")
final class OutboxListCommand implements Callable<Integer> {
  private static final int SUMMARY = 60;

  private final CommandContext context;

  @Option(names = "--customer", paramLabel = "C", description = "Only those to this customer.")
  private String customer;

  @Option(names = "--program", paramLabel = "P", description = "Only those of this program.")
  private String program;

  @Option(
      names = "--channel",
      paramLabel = "TYPE",
      description = "Only those of this kind of channel: email, sms or push.")
  private String channel;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most this many. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  OutboxListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit should be at least 1, was " + limit + ".");
    }
    LocalOutbox outbox = LocalOutbox.of(data.place(context));
    List<OutboxEntry> all =
        outbox.list(
            new OutboxQuery(
                Optional.ofNullable(customer),
                Optional.ofNullable(program),
                Optional.ofNullable(channel)));
    List<OutboxEntry> shown = all.stream().limit(limit).toList();
    if (output.json()) {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      shown.forEach(entry -> json.add(OutboxMessage.summary(entry)));
      output.print(json);
    } else {
      print(shown, all.size(), outbox);
    }
    return 0;
  }

  private void print(List<OutboxEntry> shown, int all, LocalOutbox outbox) {
    if (shown.isEmpty()) {
      output.line("No such message was sent; messages go to %s.", outbox.folder());
      return;
    }
    for (OutboxEntry entry : shown) {
      output.line(
          "%s  %-10s  %-6s  %-14s  %s",
          entry.at(),
          LocalOutbox.shortId(entry.messageId()),
          entry.channelType(),
          entry.customerId(),
          shortened(entry.summary()));
    }
    if (all > shown.size()) {
      output.line("... and %,d older ones; --limit shows more", all - shown.size());
    }
  }

  private static String shortened(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= SUMMARY
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SUMMARY - 1)) + "…";
  }
}
