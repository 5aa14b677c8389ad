package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.Touch;
import com.ceap.model.DueTouch;
import com.ceap.model.Identifiers;
import com.ceap.model.SendCap;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A due touch with what its program says: its content follows the version that the journey keeps,
 * whether and when it goes out the newest one.
 *
 * @param program the journey's version, as it holds for the marketplace
 * @param successor the touch after it
 * @param newest the newest version, as it holds for the marketplace; empty where the program is
 *     gone
 * @param caps those of the newest version
 */
record DeliveryPlan(
    DueTouch due,
    Program program,
    Touch touch,
    Optional<Touch> successor,
    Optional<Program> newest,
    List<SendCap> caps) {
  DeliveryPlan {
    caps = List.copyOf(caps);
  }

  String messageId() {
    return Identifiers.touchMessage(due.key(), channel(), touch.number());
  }

  String customerId() {
    return due.key().customerId();
  }

  String channel() {
    return touch.channel().channelId();
  }

  String channelType() {
    return touch.channel().type();
  }

  /** Whether everything is done but the sending. */
  boolean shadow() {
    return current().map(ChannelSpec::shadow).orElse(touch.channel().shadow());
  }

  DeliveryRules rules() {
    return newest.orElse(program).delivery();
  }

  /** When it should go out. */
  Instant time() {
    return due.eventTime().plus(touch.delay());
  }

  /** After this moment it goes out no more. */
  Instant deadline() {
    return time().plus(rules().lateness());
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
        .filter(c -> c.channelId().equals(channel()) && c.type().equals(channelType()))
        .findFirst();
  }

  DeliveryPolicy policy(Duration lease) {
    return new DeliveryPolicy(
        due.key(), due.eventTime(), messageId(), channel(), channelType(), caps, lease);
  }
}
