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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends campaigns from their lists alone. A part may be brought again and again, by several at
 * once, and after its process was killed: whatever has ended stays as it ended. Thread-safe.
 */
public final class CampaignSending {
  private static final Manifest NO_PARTS = new Manifest(List.of());

  private record Read(String key, Manifest manifest) {}

  private final Stores stores;
  private final CampaignObjects objects;
  private final GroupDelivery delivery;
  private final InstantSource clock;

  /** Written once and never again, so that not every part needs to read all of it. */
  private final AtomicReference<Read> last = new AtomicReference<>(new Read("", NO_PARTS));

  /** How far parts have come that have to wait, so that they go on from there. */
  private final Map<PartRef, PartTally> begun = new ConcurrentHashMap<>();

  public CampaignSending(
      Stores stores, ObjectStore objects, GroupDelivery delivery, InstantSource clock) {
    this.stores = stores;
    this.objects = new CampaignObjects(objects);
    this.delivery = delivery;
    this.clock = clock;
  }

  /** The parts of a campaign. */
  public Manifest manifest(Campaign campaign) {
    Read known = last.get();
    if (known.key().equals(campaign.manifest())) {
      return known.manifest();
    }
    Read read = new Read(campaign.manifest(), objects.readManifest(campaign.manifest()));
    last.set(read);
    return read.manifest();
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
    PartRef ref = new PartRef(campaign.key(), part.number());
    PartTally tally =
        Optional.ofNullable(begun.get(ref)).map(PartTally::again).orElseGet(PartTally::new);
    deliver(messages(campaign, part), tally);
    Optional<PartProgress.Waits> waits = tally.waits();
    if (waits.isPresent()) {
      begun.put(ref, tally);
      return waits.get();
    }
    begun.remove(ref);
    CampaignCounts counts = tally.counts();
    stores.campaigns().end(campaign, part.number(), counts);
    return new PartProgress.Ended(counts);
  }

  private void deliver(List<DueMessage> messages, PartTally tally) {
    List<DueMessage> open =
        messages.stream().filter(due -> !tally.hasEnded(due.messageId())).toList();
    int together = open.isEmpty() ? 1 : delivery.together(open.getFirst());
    for (int from = 0; from < open.size() && !tally.halted(); from += together) {
      deliverGroup(open.subList(from, Math.min(open.size(), from + together)), tally);
    }
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

  private void deliverGroup(List<DueMessage> group, PartTally tally) {
    List<DeliveryResult> results = delivery.deliver(group);
    for (int i = 0; i < results.size(); i++) {
      tally.add(results.get(i), record(group.get(i), results.get(i)));
    }
  }

  private Optional<Message> record(DueMessage due, DeliveryResult result) {
    return result instanceof DeliveryResult.Known
        ? result.recorded().or(() -> recorded(due))
        : result.recorded();
  }

  private Optional<Message> recorded(DueMessage due) {
    return stores.messages().find(due.candidates().getFirst().customerId(), due.messageId());
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
