package com.ceap.local.reactive;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.ChannelFactory;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.lambdas.channel.Composers;
import com.ceap.lambdas.channel.Deliveries;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.DeliveryStage;
import com.ceap.lambdas.channel.ProgramCaps;
import com.ceap.lambdas.lifecycle.LifecycleStage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.QueueNames;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Wires the platform's own stages. */
public final class StageWiring implements StageFactory {
  private final Composing composing;

  public StageWiring(Composing composing) {
    this.composing = composing;
  }

  @Override
  public LocalStages make(LocalPlatform platform, LocalReactive reactive) {
    List<ChannelAdapter> adapters = LocalMessages.adapters(platform);
    DeliveryStage delivery =
        new DeliveryStage(
            ports(platform, reactive, adapters), DeliverySettings.DEFAULT, platform.clock());
    Map<String, QueueStage> stages = new TreeMap<>();
    adapters.forEach(adapter -> stages.put(QueueNames.touches(adapter.type()), delivery));
    stages.put(
        QueueNames.LIFECYCLE,
        new LifecycleStage(platform.stores(), reactive.programs(), platform.clock()));
    return new LocalStages(stages, () -> totals(delivery.report()));
  }

  private DeliveryPorts ports(
      LocalPlatform platform, LocalReactive reactive, List<ChannelAdapter> adapters) {
    return new DeliveryPorts(
        platform.stores(),
        reactive.programs(),
        new ProgramCaps(platform.registries().filters()),
        composers(platform),
        adapters,
        platform.stores().schedules());
  }

  private Composers composers(LocalPlatform platform) {
    return (program, channel) -> composer(platform, program, channel);
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

  private static StageTotals totals(Deliveries deliveries) {
    return new StageTotals(
        0,
        0,
        0,
        deliveries.sent() + deliveries.shadowed(),
        deliveries.suppressed().values().stream().mapToLong(Long::longValue).sum(),
        deliveries.failed() + deliveries.unknown());
  }
}
