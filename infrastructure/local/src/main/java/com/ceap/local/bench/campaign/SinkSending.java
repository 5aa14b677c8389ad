package com.ceap.local.bench.campaign;

import com.ceap.channels.spi.Composing;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Part;
import com.ceap.lambdas.campaign.PartProgress;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageWiring;
import com.ceap.model.program.Program;
import com.ceap.storage.Campaign;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Sends campaigns of a platform to a sink, as the platform sends them to a provider. */
final class SinkSending {
  /** One part of so many has gone out when memory is looked at for the first time. */
  private static final int EARLY = 5;

  private final Workers workers;
  private final LocalReactive reactive;
  private final LocalPlatform platform;
  private final Composing composing;
  private final CampaignSending campaigns;
  private final Sink sink = new Sink();

  SinkSending(LocalPlatform platform, Workers workers) {
    this.platform = platform;
    this.workers = workers;
    this.reactive = new LocalReactive(platform);
    this.composing =
        LocalMessages.composing(
            platform, platform.programs(), URI.create("https://shop.example.com"));
    this.campaigns = new StageWiring(composing).sending(platform, reactive, sink);
  }

  CampaignSending campaigns() {
    return campaigns;
  }

  /**
   * What sending has taken.
   *
   * @param bytes handed to the sink
   */
  record Sent(Effort effort, MemoryUse memory, long bytes) {}

  /** Sends a campaign; in two stretches, between which memory is looked at without being timed. */
  Sent send(Campaign campaign) {
    List<Part> parts = campaigns.manifest(campaign).parts();
    int early = Math.ceilDiv(parts.size(), EARLY);
    OwnMemory memory = new OwnMemory();
    Effort first = send(campaign, parts.subList(0, early), memory);
    double liveEarly = OwnMemory.liveMegabytes();
    Effort rest = send(campaign, parts.subList(early, parts.size()), memory);
    double liveLate = OwnMemory.liveMegabytes();
    return new Sent(
        first.plus(rest), new MemoryUse(memory.peakMegabytes(), liveEarly, liveLate), sink.bytes());
  }

  private Effort send(Campaign campaign, List<Part> parts, OwnMemory memory) {
    Consumer<Part> send =
        part -> {
          send(campaign, part);
          memory.look();
        };
    return workers.effort(parts.stream().<Runnable>map(part -> () -> send.accept(part)).toList());
  }

  private void send(Campaign campaign, Part part) {
    if (!(campaigns.send(campaign.key(), part.number()) instanceof PartProgress.Ended)) {
      throw new IllegalStateException("part " + part.number() + " did not end");
    }
  }

  /** The engine's own work on a campaign's messages. */
  BareRendering bareRendering(Campaign campaign, Instant now) {
    Program program =
        reactive
            .programs()
            .find(campaign.key().programId(), campaign.programVersion())
            .orElseThrow();
    CampaignChannel email = CampaignChannel.require(program, campaign.key().channel());
    return new BareRendering(
        composing.templates().require(email.templateId().orElseThrow()),
        composing,
        new StageWiring(composing).composers(platform).of(program, email.channel()),
        now);
  }
}
