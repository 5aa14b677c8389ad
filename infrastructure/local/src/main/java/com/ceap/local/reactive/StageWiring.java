package com.ceap.local.reactive;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.template.OfferCodes;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.CampaignStage;
import com.ceap.lambdas.channel.Composers;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.DeliveryStage;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.lambdas.channel.LeaseSweeper;
import com.ceap.lambdas.channel.ProgramCaps;
import com.ceap.lambdas.lifecycle.LifecycleStage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.lambdas.reactive.ReactivePlace;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.LazyModels;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.scoring.spi.ScoringEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Wires the platform's own stages. */
public final class StageWiring implements StageFactory {
  /** One SQLite file takes no more from more writers. */
  private static final int PARTS_TOGETHER = 4;

  private final Composing composing;

  public StageWiring(Composing composing) {
    this.composing = composing;
  }

  @Override
  public LocalStages make(LocalPlatform platform, LocalReactive reactive) {
    List<ChannelAdapter> adapters = LocalMessages.adapters(platform);
    DeliveryPorts ports = ports(platform, reactive, adapters);
    DeliveryStage delivery = new DeliveryStage(ports, DeliverySettings.DEFAULT, platform.clock());
    DeadTouches deadTouches =
        new DeadTouches(
            reactive.letters(),
            new LeaseSweeper(ports, DeliverySettings.DEFAULT, platform.clock()),
            platform.clock());
    List<ReactiveStage> deciding = new ArrayList<>();
    Map<String, QueueStage> stages = new TreeMap<>();
    adapters.forEach(adapter -> stages.put(QueueNames.touches(adapter.type()), delivery));
    stages.put(
        QueueNames.LIFECYCLE,
        new LifecycleStage(platform.stores(), reactive.programs(), platform.clock()));
    CampaignStage campaigns = campaigns(platform, ports);
    stages.put(LocalCampaigns.QUEUE, campaigns);
    ReactivePlace place = place(platform, reactive);
    for (Program program : reactive.programs().newest().readable()) {
      if (!program.eventSources().isEmpty()) {
        deciding.add(place.stage(program.programId()));
        stages.put(QueueNames.events(program.programId()), deciding.getLast());
      }
    }
    return new LocalStages(
        stages,
        () ->
            StageTotals.of(
                deciding.stream().map(ReactiveStage::report).toList(),
                delivery.report(),
                campaigns.report()),
        deadTouches::sweep);
  }

  private static CampaignStage campaigns(LocalPlatform platform, DeliveryPorts ports) {
    return new CampaignStage(sending(platform, ports), platform.clock(), PARTS_TOGETHER);
  }

  /** What sends campaigns by one way alone. */
  public CampaignSending sending(
      LocalPlatform platform, LocalReactive reactive, ChannelAdapter adapter) {
    return sending(platform, ports(platform, reactive, List.of(adapter)));
  }

  private static CampaignSending sending(LocalPlatform platform, DeliveryPorts ports) {
    return new CampaignSending(
        platform.stores(),
        platform.objects(),
        new GroupDelivery(ports, DeliverySettings.DEFAULT, platform.clock()),
        platform.clock());
  }

  private ReactivePlace place(LocalPlatform platform, LocalReactive reactive) {
    return new ReactivePlace(
        platform.registries(),
        new ScoringEnvironment(new LazyModels(platform.data().models())),
        platform.stores(),
        platform.stores().schedules(),
        reactive.programs(),
        offerCodes(),
        platform.clock());
  }

  private DeliveryPorts ports(
      LocalPlatform platform, LocalReactive reactive, List<ChannelAdapter> adapters) {
    return new DeliveryPorts(
        platform.stores(),
        reactive.programs(),
        new ProgramCaps(platform.registries().filters()),
        composers(platform),
        offerCodes(),
        adapters,
        platform.stores().schedules());
  }

  /** Makes the messages of each program and channel. */
  public Composers composers(LocalPlatform platform) {
    return (program, channel) -> composer(platform, program, channel);
  }

  /** The code of a program's offer by its percent. */
  public Function<Program, IntFunction<String>> offerCodes() {
    return program -> OfferCodes.of(program, composing.templates())::code;
  }

  private MessageComposer composer(LocalPlatform platform, Program program, ChannelSpec channel) {
    return platform
        .registries()
        .channels()
        .find(channel.type())
        .flatMap((ChannelFactory<?> factory) -> factory.composer(channel, program, composing))
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "channel %s of program %s is of type %s, which sends no messages"
                        .formatted(channel.channelId(), program.programId(), channel.type())));
  }
}
