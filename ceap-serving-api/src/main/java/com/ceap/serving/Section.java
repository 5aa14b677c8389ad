package com.ceap.serving;

import com.ceap.channels.builtin.InAppConfig;
import com.ceap.channels.builtin.InAppConfig.Ranking;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.Optional;

/**
 * A section of an app, which shows what a program has for it.
 *
 * @param name the headline
 * @param refresh how old what it shows may be; empty where it asks each time
 * @param maxPerCategory how many of one category, where that is limited
 */
public record Section(
    String programId,
    String channelId,
    String name,
    int maxProducts,
    Optional<Duration> refresh,
    Ranking ranking,
    Optional<Integer> maxPerCategory) {
  /** The section that a program has on a channel, where it is one that an app asks for. */
  static Optional<Section> of(Program program, String channelId) {
    return program.channels().stream()
        .filter(channel -> channel.channelId().equals(channelId))
        .filter(channel -> channel.config() instanceof InAppConfig)
        .map(channel -> of(program.programId(), channelId, (InAppConfig) channel.config()))
        .findFirst();
  }

  private static Section of(String programId, String channelId, InAppConfig config) {
    return new Section(
        programId,
        channelId,
        config.sectionName(),
        config.maxProducts(),
        config.refresh(),
        config.ranking(),
        config.maxPerCategory());
  }
}
