package com.ceap.local.cli;

import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.ControlRepository.Pauses;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * What is held back of a program now, and what a command has changed of it.
 *
 * @param channel the one that the command was about; empty for the whole program
 * @param changed whether it was otherwise before
 */
record PauseReport(Program program, Optional<String> channel, boolean changed, Pauses pauses) {
  private static final Pauses OPEN = new Pauses(false, Set.of());

  /** Whether what the command was about is paused by itself. */
  static boolean paused(Pauses pauses, Optional<String> channel) {
    return channel.map(pauses.channels()::contains).orElse(pauses.program());
  }

  void print(CommandOutput output) {
    if (output.json()) {
      output.print(json());
    } else {
      text(output);
    }
  }

  private void text(CommandOutput output) {
    String subject =
        program.programId() + channel.map(", channel "::concat).orElse(", every channel");
    String state = paused(pauses, channel) ? "paused" : "not paused";
    output.line("%s: %s%s", subject, state, changed ? "" : " already, nothing has changed");
    for (ChannelSpec spec : PauseTarget.sending(program)) {
      output.line("  %-12s %s", spec.channelId(), state(spec));
    }
    if (!pauses.equals(OPEN)) {
      output.line(
          "What is due waits, up to %s after its time (maxLateness); then it is suppressed.",
          program.delivery().maxLateness());
    }
  }

  private String state(ChannelSpec spec) {
    if (!pauses.hold(spec.channelId(), spec.type())) {
      return spec.enabled() ? "sends" : "switched off in the program";
    }
    boolean itself = new Pauses(false, pauses.channels()).hold(spec.channelId(), spec.type());
    if (!itself) {
      return "waits: the program is paused";
    }
    return pauses.program() ? "waits: it and the program are paused" : "waits: it is paused";
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("programId", program.programId());
    channel.ifPresent(id -> json.put("channel", id));
    json.put("changed", changed);
    json.put("programPaused", pauses.program());
    ArrayNode channels = json.putArray("channels");
    for (ChannelSpec spec : PauseTarget.sending(program)) {
      channels
          .addObject()
          .put("channelId", spec.channelId())
          .put("type", spec.type())
          .put("enabled", spec.enabled())
          .put("held", pauses.hold(spec.channelId(), spec.type()));
    }
    return json;
  }
}
