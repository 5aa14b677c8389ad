package com.ceap.lambdas.campaign;

import com.ceap.lambdas.channel.DeliveryResult;
import com.ceap.lambdas.channel.DueMessage;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.model.Message;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends campaigns from their lists alone. A part may be brought again and again, by several at
 * once, and after its process was killed: whatever has ended stays as it ended. Thread-safe.
 */
public final class CampaignSending {
  /** How many messages are read together; a bulk call to a provider takes as many. */
  private static final int GROUP = 50;

  private final Stores stores;
  private final CampaignObjects objects;
  private final GroupDelivery delivery;
  private final InstantSource clock;

  public CampaignSending(
      Stores stores, ObjectStore objects, GroupDelivery delivery, InstantSource clock) {
    this.stores = stores;
    this.objects = new CampaignObjects(objects);
    this.delivery = delivery;
    this.clock = clock;
  }

  /** The parts of a campaign. */
  public Manifest manifest(Campaign campaign) {
    return objects.readManifest(campaign.manifest());
  }

  /** The parts of a campaign whose objects are here. */
  public static Manifest manifest(ObjectStore objects, Campaign campaign) {
    return new CampaignObjects(objects).readManifest(campaign.manifest());
  }

  /** The recipients of a part. */
  public List<Recipient> recipients(Part part) {
    return objects.readPart(part.key());
  }

  /**
   * Takes every message of a part as far as it can go.
   *
   * @throws CeapException ARGUMENT_INVALID where there is no such campaign or part; as {@link
   *     GroupDelivery#deliver} throws
   */
  public PartProgress send(CampaignKey key, int number) {
    Campaign campaign = stores.campaigns().find(key).orElseThrow(() -> unknown(key));
    Part part = manifest(campaign).part(number).orElseThrow(() -> noSuchPart(campaign, number));
    if (campaign.over()) {
      return new PartProgress.Over();
    }
    if (part.at().isAfter(clock.instant())) {
      return new PartProgress.NotDue(part.at());
    }
    return stores.campaigns().begin(key) ? send(campaign, part) : new PartProgress.Over();
  }

  private PartProgress send(Campaign campaign, Part part) {
    PartTally tally = new PartTally();
    List<DueMessage> messages = messages(campaign, part);
    for (int from = 0; from < messages.size() && !tally.halted(); from += GROUP) {
      deliver(messages.subList(from, Math.min(messages.size(), from + GROUP)), tally);
    }
    Optional<PartProgress.Waits> waits = tally.waits();
    if (waits.isPresent()) {
      return waits.get();
    }
    CampaignCounts counts = tally.counts();
    stores.campaigns().end(campaign, part.number(), counts);
    return new PartProgress.Ended(counts);
  }

  private List<DueMessage> messages(Campaign campaign, Part part) {
    return recipients(part).stream()
        .map(recipient -> message(campaign.key(), campaign.programVersion(), recipient, part.at()))
        .toList();
  }

  static DueMessage message(
      CampaignKey key, String programVersion, Recipient recipient, Instant at) {
    return new DueMessage(
        recipient.messageId(),
        recipient.candidates(key.programId()),
        key.channel(),
        at,
        programVersion);
  }

  private void deliver(List<DueMessage> group, PartTally tally) {
    List<DeliveryResult> results = delivery.deliver(group);
    for (int i = 0; i < results.size(); i++) {
      tally.add(results.get(i), record(group.get(i), results.get(i)));
    }
  }

  private Optional<Message> record(DueMessage due, DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.Recorded(Message message) -> Optional.of(message);
      case DeliveryResult.Known _ ->
          stores.messages().find(due.candidates().getFirst().customerId(), due.messageId());
      case DeliveryResult.Deferred _,
          DeliveryResult.NotStored _,
          DeliveryResult.Overtaken _,
          DeliveryResult.Waits _ ->
          Optional.empty();
    };
  }

  private static CeapException unknown(CampaignKey key) {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "there is no campaign %s; a run that completes freezes it".formatted(key.name()));
  }

  private static CeapException noSuchPart(Campaign campaign, int number) {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "campaign %s has parts 1 to %d, not %d"
            .formatted(campaign.key().name(), campaign.parts(), number));
  }
}
