package com.ceap.lambdas.campaign;

import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.storage.CampaignCounts;
import java.time.Duration;
import java.time.Instant;

/** How far a part of a campaign has come. */
public sealed interface PartProgress {
  /** Every one of its messages has ended. */
  record Ended(CampaignCounts counts) implements PartProgress {}

  /** Some of its messages have to wait; it is to be brought again. */
  record Waits(Waiting why, Duration after) implements PartProgress {}

  /** It is not its time. */
  record NotDue(Instant at) implements PartProgress {}

  /** The campaign is over, by another one that took its place, say. */
  record Over() implements PartProgress {}
}
