package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.Optional;
import java.util.function.Function;

/** Which channels are in use, and of what type they are. */
@FunctionalInterface
interface ChannelTypes {
  /** For those who know no programs: every channel is in use, and its id is its type. */
  ChannelTypes BY_ID = (_, channelId) -> Optional.of(channelId);

  /** The type of a candidate's channel; empty where the channel is not in use. */
  Optional<String> type(CandidateKey key, String channelId);

  /**
   * As the programs say: a disabled or unknown program uses none.
   *
   * @param shadowed whether channels in shadow mode count, on which everything is done but the
   *     showing
   */
  static ChannelTypes of(Function<String, Optional<Program>> programs, boolean shadowed) {
    return (key, channelId) ->
        programs
            .apply(key.programId())
            .filter(Program::enabled)
            .map(program -> program.forMarketplace(key.marketplace()))
            .flatMap(program -> channel(program, channelId))
            .filter(channel -> channel.enabled() && (shadowed || !channel.shadow()))
            .map(ChannelSpec::type);
  }

  private static Optional<ChannelSpec> channel(Program program, String channelId) {
    for (ChannelSpec channel : program.channels()) {
      if (channel.channelId().equals(channelId)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
