package com.ceap.lambdas.channel;

import com.ceap.runtime.metrics.Measurements;
import com.ceap.storage.RateLimit;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delivers messages of one channel, read, reserved, handed over and recorded many at a time.
 * Messages that have ended before are found so, and none is handed over twice, however often it is
 * brought. Thread-safe.
 */
public final class GroupDelivery {
  /** A bulk call to a provider takes as many. */
  private static final int MOST = 50;

  private final DeliveryTools tools;
  private final MessageDelivery delivery;
  private final DeliveryMeasured measured;

  public GroupDelivery(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    this(ports, settings, clock, Measurements.NONE);
  }

  /** As the other, telling what it does. */
  public GroupDelivery(
      DeliveryPorts ports,
      DeliverySettings settings,
      InstantSource clock,
      Measurements measurements) {
    this.tools = DeliveryTools.of(ports, settings, clock);
    this.delivery = new MessageDelivery(tools);
    this.measured = new DeliveryMeasured(measurements);
  }

  /**
   * Takes each message as far as it can go; answers in their order. Once one has to wait for what
   * holds for all of them, those after it wait too, without being asked.
   *
   * @param messages of one program and channel
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID where their version or its channel
   *     is not known; SENDER_MISSING, TEMPLATE_INVALID, and where the store fails
   */
  public List<DeliveryResult> deliver(List<DueMessage> messages) {
    Map<String, ChannelTerms> byMarketplace = new HashMap<>();
    List<Occasion> occasions = new ArrayList<>(messages.size());
    for (DueMessage due : messages) {
      ChannelTerms terms =
          byMarketplace.computeIfAbsent(due.marketplace(), _ -> tools.plans().terms(due));
      occasions.add(new CampaignOccasion(due, terms));
    }
    List<DeliveryResult> results = delivery.deliver(occasions);
    measured.putEnded(results);
    return results;
  }

  /**
   * How many messages like this one are worth being brought together: where a program sends slowly,
   * no more than may go at once.
   */
  public int together(DueMessage due) {
    return tools
        .plans()
        .terms(due)
        .rules()
        .messagesPerSecond()
        .map(rate -> Math.min(MOST, RateLimit.atOnce(rate)))
        .orElse(MOST);
  }
}
