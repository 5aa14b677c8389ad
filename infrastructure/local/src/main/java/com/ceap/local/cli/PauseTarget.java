package com.ceap.local.cli;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.Programs;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator holds back or lets go: a program, or one of its channels. */
final class PauseTarget {
  @Parameters(paramLabel = "PROGRAM", description = "A program's id.")
  private String program;

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "Only this channel of it, by id or type. Default: all of the program.")
  private String channel;

  Optional<String> channel() {
    return Optional.ofNullable(channel);
  }

  /**
   * The program.
   *
   * @throws CeapException ARGUMENT_INVALID where there is no such program, or it has no such
   *     channel
   */
  Program find(LocalPlatform platform, CommandContext context) {
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    Program found = new Programs(loader, context.programs()).find(program);
    List<ChannelSpec> sending = sending(found);
    channel()
        .filter(c -> sending.stream().noneMatch(s -> c.equals(s.channelId()) || c.equals(s.type())))
        .ifPresent(
            unknown -> {
              throw new CeapException(
                  ErrorCode.ARGUMENT_INVALID,
                  "program %s sends nothing on a channel '%s'; it sends on %s"
                      .formatted(found.programId(), unknown, ids(sending)));
            });
    return found;
  }

  /** The channels that send messages; the others are asked by apps. */
  static List<ChannelSpec> sending(Program program) {
    return program.channels().stream().filter(c -> c.config() instanceof PushedChannel).toList();
  }

  private static String ids(List<ChannelSpec> channels) {
    return channels.isEmpty()
        ? "none"
        : channels.stream().map(ChannelSpec::channelId).collect(Collectors.joining(", "));
  }
}
