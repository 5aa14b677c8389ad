package com.ceap.lambdas.journey;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The touches of a program: its enabled channels that come to the customer, by delay and then by
 * priority. Channels that the customer asks, such as {@code in-app}, are no touches.
 */
public record Journey(List<Touch> touches) {
  public Journey {
    touches = List.copyOf(touches);
  }

  /** The journey of a program as it holds for the candidate's marketplace. */
  public static Journey of(Program program) {
    List<ChannelSpec> pushed =
        program.channels().stream()
            .filter(channel -> channel.enabled() && channel.config() instanceof PushedChannel)
            .sorted(Comparator.comparing(channel -> sending(channel).delay()))
            .toList();
    List<Touch> touches = new ArrayList<>();
    for (ChannelSpec channel : pushed) {
      Sending sending = sending(channel);
      touches.add(
          new Touch(
              touches.size() + 1,
              channel,
              sending.delay(),
              SendTime.of(sending),
              sending.onlyIfNotConverted()));
    }
    return new Journey(touches);
  }

  public Optional<Touch> first() {
    return touch(1);
  }

  /** The touch of a number from 1; empty after the last one. */
  public Optional<Touch> touch(int number) {
    return number <= touches.size() ? Optional.of(touches.get(number - 1)) : Optional.empty();
  }

  private static Sending sending(ChannelSpec channel) {
    return ((PushedChannel) channel.config()).sending();
  }
}
