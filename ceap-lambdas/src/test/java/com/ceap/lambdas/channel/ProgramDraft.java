package com.ceap.lambdas.channel;

import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.ExitEvent;
import com.ceap.model.program.Program;
import com.ceap.model.program.QuietHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program as far as its deliveries go. */
final class ProgramDraft {
  private final String id;
  private final List<ChannelSpec> channels = new ArrayList<>();
  private final List<DeliveryRules.Cap> caps = new ArrayList<>();
  String version = "v1";
  boolean enabled = true;
  Optional<QuietHours> quietHours = Optional.empty();
  Optional<Integer> messagesPerSecond = Optional.empty();
  String maxLateness = "PT12H";

  record Pushed(Sending sending) implements PushedChannel {}

  ProgramDraft(String id) {
    this.id = id;
  }

  /** With an e-mail after an hour, a text message after a day, a push after three. */
  static ProgramDraft carts() {
    return new ProgramDraft("carts")
        .channel("email", "email", Duration.ofHours(1))
        .channel("sms", "sms", Duration.ofHours(24))
        .channel("push", "push", Duration.ofHours(72));
  }

  /**
   * With a channel that sends at a time of day in the customer's own zone, once the delay is over.
   */
  ProgramDraft channelAt(String channelId, Duration delay, String sendTime) {
    Optional<Integer> none = Optional.empty();
    Optional<Integer> minutes = Optional.of((int) delay.toMinutes());
    Sending sending =
        new Sending(Optional.of(sendTime), "local", minutes, none, none, false, 0.6, 50_000);
    channels.add(
        new ChannelSpec(
            channelId, channelId, true, channels.size() + 1, false, new Pushed(sending)));
    return this;
  }

  ProgramDraft version(String newVersion) {
    version = newVersion;
    return this;
  }

  ProgramDraft channel(String channelId, String type, Duration delay) {
    return channel(channelId, type, delay, true, false, false);
  }

  ProgramDraft channel(
      String channelId,
      String type,
      Duration delay,
      boolean on,
      boolean shadow,
      boolean onlyIfNotConverted) {
    Optional<Integer> none = Optional.empty();
    Sending sending =
        new Sending(
            Optional.empty(),
            "local",
            Optional.of((int) delay.toMinutes()),
            none,
            none,
            onlyIfNotConverted,
            0.6,
            50_000);
    channels.removeIf(known -> known.channelId().equals(channelId));
    channels.add(
        new ChannelSpec(channelId, type, on, channels.size() + 1, shadow, new Pushed(sending)));
    return this;
  }

  /** At most so many messages in some hours; of all programs where none are named. */
  ProgramDraft cap(Optional<String> channel, int max, int hours, String... programs) {
    caps.add(
        new DeliveryRules.Cap(
            channel, max, hours, programs.length == 0 ? List.of("all") : List.of(programs)));
    return this;
  }

  /** Another version of a program. */
  static Program again(Program program, boolean enabled, List<ChannelSpec> channels) {
    ProgramDraft draft = new ProgramDraft(program.programId()).version(program.version() + "+");
    draft.enabled = enabled;
    draft.channels.addAll(channels);
    return draft.build(program.delivery());
  }

  Program build() {
    return build(new DeliveryRules(quietHours, maxLateness, messagesPerSecond, caps, 7));
  }

  private Program build(DeliveryRules rules) {
    return new Program(
        id,
        id,
        version,
        enabled,
        Optional.empty(),
        List.of("US", "DE"),
        "cart",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        channels,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rules,
        ExitEvent.OF_CARTS,
        Optional.empty(),
        7,
        0.01,
        0,
        Map.of());
  }
}
