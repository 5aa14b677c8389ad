package com.ceap.local.cli;

import com.ceap.lambdas.batch.RunSummary;
import com.ceap.local.campaign.CampaignJson;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Program;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.TreeMap;

/** The demo's e-mails of the morning: frozen after the run, sent as the clock passes ten. */
final class DemoCampaign {
  /** So that nobody waits for thousands of files. */
  private static final int MOST = 300;

  private final LocalCampaigns campaigns;
  private final CommandOutput output;
  private final List<Campaign> frozen;

  /**
   * Freezes the campaigns of a run.
   *
   * @param program must be published
   */
  DemoCampaign(LocalPlatform platform, CommandOutput output, Program program, RunSummary summary) {
    this.campaigns = new LocalCampaigns(platform);
    this.output = output;
    this.frozen = campaigns.complete(program, summary, MOST);
  }

  /** What is planned. */
  void printPlan() {
    for (Campaign campaign : frozen) {
      output.line(
          "%nThe campaign: %,d e-mails about %,d products, each at 10:00 of its reader's own time;"
              + " the demo sends at most %d",
          campaign.recipients(), campaign.candidates(), MOST);
    }
  }

  /** What became of it while time passed. */
  void printResult() {
    for (Campaign campaign : frozen) {
      Campaign now = campaigns.refreshed(campaign);
      CampaignCounts counts = now.counts();
      output.line(
          "%nThe campaign of the morning is %s: %,d of %,d e-mails sent",
          now.state(), counts.sent(), now.recipients());
      new TreeMap<>(counts.suppressed())
          .forEach((reason, n) -> output.line("  %,6d turned away: %s", n, reason));
    }
  }

  /** The same for machines. */
  ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    frozen.forEach(campaign -> json.add(CampaignJson.of(campaigns.refreshed(campaign))));
    return json;
  }
}
