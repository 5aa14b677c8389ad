package com.ceap.local.campaign;

import com.ceap.channels.template.TemplateLibrary;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.campaign.CampaignFreeze;
import com.ceap.lambdas.campaign.CampaignPorts;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Part;
import com.ceap.lambdas.campaign.PartRef;
import com.ceap.lambdas.campaign.Timing;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.Outgoing;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Campaign;
import com.ceap.storage.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The campaigns of a data folder. Their parts wait in a queue for their time; whoever works off the
 * queues sends them. Thread-safe.
 */
public final class LocalCampaigns {
  /** Parts of campaigns; on AWS a workflow maps over them. */
  public static final String QUEUE = "campaigns";

  private static final int LOOKED_AT = 50;

  private final LocalPlatform platform;
  private final DurableQueues queues;
  private final CampaignFreeze freeze;

  public LocalCampaigns(LocalPlatform platform) {
    this.platform = platform;
    this.queues = new DurableQueues(platform.tables(), platform.clock(), QueuePolicy.DEFAULT);
    this.freeze =
        new CampaignFreeze(
            new CampaignPorts(
                platform.stores(), platform.objects(), this::templateVersion, platform.clock()));
  }

  private String templateVersion(String templateId) {
    return TemplateLibrary.read(platform.programs().resolve("templates"))
        .require(templateId)
        .version();
  }

  public CampaignFreeze freeze() {
    return freeze;
  }

  /**
   * Freezes the campaigns of a run that has just ended, and puts them into the queue; none of a run
   * that did not complete.
   *
   * @param program which the run was made with; must be published in that version
   */
  public List<Campaign> complete(Program program, RunSummary summary) {
    return complete(program, summary, Integer.MAX_VALUE);
  }

  /**
   * As {@link #complete(Program, RunSummary)}.
   *
   * @param most how many messages each may have, where its program allows more
   */
  public List<Campaign> complete(Program program, RunSummary summary, int most) {
    if (summary.state() != RunState.COMPLETE) {
      return List.of();
    }
    Run run =
        platform
            .stores()
            .runs()
            .find(program.programId(), summary.businessDate(), summary.executionId())
            .orElseThrow();
    return CampaignChannel.of(program).stream()
        .map(channel -> begin(program, run, channel.limitedTo(most), Timing.OF_PROGRAM))
        .toList();
  }

  /**
   * Freezes one campaign of a run, where it is not yet, and puts what is left of it in the queue.
   */
  public Campaign begin(Program program, Run run, CampaignChannel channel, Timing timing) {
    Campaign campaign = freeze.freeze(program, run, channel, timing);
    release(campaign);
    return campaign;
  }

  /** Puts every part that has not ended, of any campaign of a program, into the queue. */
  public void release(String programId) {
    platform.stores().campaigns().latest(programId, LOOKED_AT).forEach(this::release);
  }

  /** A part that is in the queue already ends once all the same. */
  private void release(Campaign campaign) {
    if (campaign.over()) {
      return;
    }
    Instant now = platform.clock().instant();
    Set<Integer> ended = platform.stores().campaigns().ended(campaign.key()).keySet();
    queues.send(
        CampaignSending.manifest(platform.objects(), campaign).parts().stream()
            .filter(part -> !ended.contains(part.number()))
            .map(part -> outgoing(campaign, part, now))
            .toList());
  }

  private static Outgoing outgoing(Campaign campaign, Part part, Instant now) {
    Duration delay = part.at().isAfter(now) ? Duration.between(now, part.at()) : Duration.ZERO;
    return new Outgoing(QUEUE, new PartRef(campaign.key(), part.number()).json(), delay);
  }

  /** A campaign as it stands now. */
  public Campaign refreshed(Campaign campaign) {
    return platform.stores().campaigns().find(campaign.key()).orElse(campaign);
  }

  /** When how many messages of a campaign go out. */
  public SortedMap<Instant, Integer> moments(Campaign campaign) {
    SortedMap<Instant, Integer> moments = new TreeMap<>();
    CampaignSending.manifest(platform.objects(), campaign)
        .parts()
        .forEach(part -> moments.merge(part.at(), part.recipients(), Integer::sum));
    return moments;
  }

  /**
   * The program as a run was made with it.
   *
   * @throws CeapException PROGRAM_INVALID where that version is not published
   */
  public Program programOf(Run run, PublishedPrograms programs) {
    String version = version(run);
    return programs
        .find(run.programId(), version)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "run %s was made with version %s of program %s, which is not published; run the"
                            .formatted(run.runId(), version, run.programId())
                        + " program again from the programs folder"));
  }

  private static String version(Run run) {
    try {
      return new ObjectMapper().readTree(run.summary()).path("programVersion").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the summary of run " + run.runId() + " cannot be read", e);
    }
  }

  /**
   * The newest run of a program that has completed.
   *
   * @throws CeapException ARGUMENT_INVALID where there is none
   */
  public Run newestRun(String programId) {
    return platform.stores().runs().latest(programId, LOOKED_AT).stream()
        .filter(run -> run.state() == Run.State.SUCCEEDED)
        .findFirst()
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "program %s has no run that has completed; `./ceap run %s` makes one"
                        .formatted(programId, programId)));
  }
}
