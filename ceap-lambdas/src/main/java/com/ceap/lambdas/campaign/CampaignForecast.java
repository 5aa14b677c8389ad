package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.storage.CampaignCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a campaign would do.
 *
 * @param counts of what would go out and be turned away, as everything stands now
 * @param waiting messages that would have to wait, by what for
 * @param moments how many messages are to go out when
 * @param previews some of them as their recipients would see them
 */
public record CampaignForecast(
    long recipients,
    long candidates,
    CampaignCounts counts,
    Map<Waiting, Long> waiting,
    SortedMap<Instant, Integer> moments,
    List<OutgoingMessage> previews) {
  public CampaignForecast {
    waiting = Map.copyOf(waiting);
    moments = new TreeMap<>(moments);
    previews = List.copyOf(previews);
  }
}
