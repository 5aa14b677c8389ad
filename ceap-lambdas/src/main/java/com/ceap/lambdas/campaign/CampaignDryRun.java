package com.ceap.lambdas.campaign;

import com.ceap.lambdas.channel.Caps;
import com.ceap.lambdas.channel.Composers;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.DeliveryResult;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.DueMessage;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.CampaignCounts;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.Run;
import com.ceap.storage.Stores;
import com.ceap.storage.table.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Does all that a campaign would do, by the same code, but for what is written: each message as at
 * the moment when it would go out.
 */
public final class CampaignDryRun {
  private static final int GROUP = 50;
  private static final int PREVIEWS = 3;

  private final Tables tables;
  private final PublishedPrograms programs;
  private final Caps caps;
  private final Composers composers;
  private final Function<Program, IntFunction<String>> offerCodes;
  private final CampaignFreeze freeze;
  private final InstantSource clock;

  /**
   * @param tables of which nothing is written
   * @param offerCodes as {@link DeliveryPorts#offerCodes}
   * @param freeze of the same store
   */
  public CampaignDryRun(
      Tables tables,
      PublishedPrograms programs,
      Caps caps,
      Composers composers,
      Function<Program, IntFunction<String>> offerCodes,
      CampaignFreeze freeze,
      InstantSource clock) {
    this.tables = new UnwrittenTables(tables);
    this.programs = programs;
    this.caps = caps;
    this.composers = composers;
    this.offerCodes = offerCodes;
    this.freeze = freeze;
    this.clock = clock;
  }

  /**
   * What the campaign of a run would do on a channel.
   *
   * @throws com.ceap.model.error.CeapException as {@link CampaignFreeze#freeze} and {@link
   *     GroupDelivery#deliver} throw
   */
  public CampaignForecast of(Program program, Run run, CampaignChannel channel, Timing timing) {
    FrozenList list = freeze.list(program, run, channel, timing);
    PreviewAdapter adapter = new PreviewAdapter(channel.type(), PREVIEWS);
    PartTally tally = new PartTally();
    Map<Waiting, Long> waiting = new EnumMap<>(Waiting.class);
    Map<Instant, Integer> moments = new TreeMap<>();
    for (Map.Entry<Instant, List<Recipient>> moment : list.byMoment().entrySet()) {
      moments.put(moment.getKey(), moment.getValue().size());
      GroupDelivery delivery = delivery(adapter, moment.getKey());
      for (DeliveryResult result :
          deliver(delivery, CampaignKey.of(run, channel.id()), program, moment)) {
        tally.add(result, result.recorded());
        if (result instanceof DeliveryResult.Waits waits) {
          waiting.merge(waits.why(), 1L, Long::sum);
        }
      }
    }
    CampaignCounts counts = tally.counts();
    return new CampaignForecast(
        list.recipients(),
        list.candidates(),
        counts,
        waiting,
        new TreeMap<>(moments),
        adapter.kept());
  }

  private static List<DeliveryResult> deliver(
      GroupDelivery delivery,
      CampaignKey key,
      Program program,
      Map.Entry<Instant, List<Recipient>> moment) {
    List<DueMessage> messages =
        moment.getValue().stream()
            .map(
                recipient ->
                    CampaignSending.message(key, program.version(), recipient, moment.getKey()))
            .toList();
    List<DeliveryResult> results = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += GROUP) {
      results.addAll(
          delivery.deliver(messages.subList(from, Math.min(messages.size(), from + GROUP))));
    }
    return results;
  }

  private GroupDelivery delivery(PreviewAdapter adapter, Instant at) {
    Instant now = clock.instant();
    InstantSource then = InstantSource.fixed(at.isAfter(now) ? at : now);
    DeliveryPorts ports =
        new DeliveryPorts(
            Stores.on(tables, then),
            programs,
            caps,
            composers,
            offerCodes,
            List.of(adapter),
            (touch, type, moment) -> {});
    return new GroupDelivery(ports, DeliverySettings.DEFAULT, then);
  }
}
