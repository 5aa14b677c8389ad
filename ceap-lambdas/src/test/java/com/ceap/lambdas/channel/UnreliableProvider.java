package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A provider that takes messages, refuses them, says nothing, or fails, by a seed. */
final class UnreliableProvider {
  /** What the provider itself did with a message, whatever it said. */
  enum Fate {
    TAKEN,
    REFUSED,
    THROTTLED,
    LOST
  }

  private final SplittableRandom random;
  private final Mischief mischief;
  private final HistoryLaws laws;
  private final Consumer<Duration> passTime;

  UnreliableProvider(
      SplittableRandom random, Mischief mischief, HistoryLaws laws, Consumer<Duration> passTime) {
    this.random = random;
    this.mischief = mischief;
    this.laws = laws;
    this.passTime = passTime;
  }

  ChannelAdapter adapter(String type) {
    return new ChannelAdapter() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public Handover send(OutgoingMessage message) {
        return take(message);
      }
    };
  }

  private Handover take(OutgoingMessage message) {
    mischief.before();
    if (random.nextInt(20) == 0) {
      passTime.accept(Duration.ofSeconds(random.nextInt(900)));
    }
    Fate fate = fate();
    laws.handedOver(message, fate);
    mischief.after();
    return switch (fate) {
      case TAKEN -> taken(message);
      case REFUSED -> new Handover.Refused("REFUSED", "It is none.", random.nextInt(3) == 0);
      case THROTTLED -> new Handover.Throttled(Duration.ofMillis(random.nextInt(90_000)));
      case LOST -> new Handover.Unclear("The connection was lost.");
    };
  }

  private Handover taken(OutgoingMessage message) {
    return switch (random.nextInt(12)) {
      case 0 -> new Handover.Unclear("The answer was lost.");
      case 1 -> throw new IllegalStateException("the answer was odd");
      default -> new Handover.Accepted("p-" + message.messageId());
    };
  }

  private Fate fate() {
    return switch (random.nextInt(12)) {
      case 0 -> Fate.REFUSED;
      case 1, 2 -> Fate.THROTTLED;
      case 3 -> Fate.LOST;
      default -> Fate.TAKEN;
    };
  }
}
