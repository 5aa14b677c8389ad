package com.ceap.lambdas.channel;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.model.SendCap;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;

/**
 * What a program says of messages on a channel: their content follows the version that they began
 * with, whether and when they go out the newest one.
 *
 * @param program the version they began with, as it holds for the marketplace
 * @param newest the newest version, as it holds for the marketplace; empty where the program is
 *     gone
 * @param caps those of the newest version
 */
record ChannelTerms(
    Program program, ChannelSpec channel, Optional<Program> newest, List<SendCap> caps) {
  ChannelTerms {
    caps = List.copyOf(caps);
  }

  String channelId() {
    return channel.channelId();
  }

  String channelType() {
    return channel.type();
  }

  /** Whether its messages go to a customer's devices. */
  boolean toDevices() {
    return !(channel.config() instanceof PushedChannel pushed) || pushed.toDevices();
  }

  /** Whether everything is done but the sending. */
  boolean shadow() {
    return current().map(ChannelSpec::shadow).orElse(channel.shadow());
  }

  DeliveryRules rules() {
    return newest.orElse(program).delivery();
  }

  Optional<SuppressReason> switchedOff() {
    if (newest.filter(Program::enabled).isEmpty()) {
      return Optional.of(SuppressReason.PROGRAM_DISABLED);
    }
    return current().filter(ChannelSpec::enabled).isEmpty()
        ? Optional.of(SuppressReason.CHANNEL_DISABLED)
        : Optional.empty();
  }

  /** The channel in the newest version. */
  private Optional<ChannelSpec> current() {
    return newest.stream()
        .flatMap(version -> version.channels().stream())
        .filter(c -> c.channelId().equals(channelId()) && c.type().equals(channelType()))
        .findFirst();
  }
}
