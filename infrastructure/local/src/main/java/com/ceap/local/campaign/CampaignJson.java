package com.ceap.local.campaign;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.campaign.CampaignForecast;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Campaigns for machines. */
public final class CampaignJson {
  private CampaignJson() {}

  /** A campaign as it stands. */
  public static ObjectNode of(Campaign campaign) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campaign", campaign.key().name());
    json.put("programId", campaign.key().programId());
    json.put("programVersion", campaign.programVersion());
    json.put("runId", campaign.key().runId());
    json.put("businessDate", campaign.key().businessDate().toString());
    json.put("channel", campaign.key().channel());
    json.put("templateVersion", campaign.templateVersion());
    json.put("frozenAt", campaign.frozenAt().toString());
    json.put("state", campaign.state().name());
    json.put("manifest", campaign.manifest());
    json.put("messages", campaign.recipients());
    json.put("candidates", campaign.candidates());
    json.set("counts", counts(campaign.counts()));
    return json;
  }

  /** What a campaign would do. */
  public static ObjectNode of(String name, CampaignForecast forecast) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campaign", name);
    json.put("dryRun", true);
    json.put("messages", forecast.recipients());
    json.put("candidates", forecast.candidates());
    json.set("moments", moments(forecast.moments()));
    json.set("counts", counts(forecast.counts()));
    ObjectNode waiting = json.putObject("waiting");
    new TreeMap<>(forecast.waiting()).forEach((why, n) -> waiting.put(why.name(), n));
    forecast.previews().forEach(preview -> json.withArray("previews").add(preview(preview)));
    return json;
  }

  private static ObjectNode moments(SortedMap<Instant, Integer> moments) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    moments.forEach((at, n) -> json.put(at.toString(), n));
    return json;
  }

  private static ObjectNode counts(CampaignCounts counts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sent", counts.sent());
    json.put("failed", counts.failed());
    json.put("unknown", counts.unknown());
    json.put("shadowed", counts.shadowed());
    ObjectNode reasons = json.putObject("suppressed");
    new TreeMap<>(counts.suppressed()).forEach(reasons::put);
    return json;
  }

  private static ObjectNode preview(OutgoingMessage message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("messageId", message.messageId());
    if (message instanceof EmailMessage mail) {
      json.put("to", mail.to()).put("subject", mail.subject()).put("text", mail.text());
    }
    return json;
  }
}
