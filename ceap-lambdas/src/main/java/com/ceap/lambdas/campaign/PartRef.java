package com.ceap.lambdas.campaign;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.CampaignKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Which part of which campaign, as queues and workflows carry it.
 *
 * @param part from 1
 */
public record PartRef(CampaignKey campaign, int part) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public String json() {
    return tree().toString();
  }

  /** As a JSON object, which may be added to. */
  public ObjectNode tree() {
    return JSON.createObjectNode()
        .put("programId", campaign.programId())
        .put("businessDate", campaign.businessDate().toString())
        .put("runId", campaign.runId())
        .put("channel", campaign.channel())
        .put("time", campaign.time())
        .put("part", part);
  }

  /**
   * Reads what {@link #json()} wrote.
   *
   * @throws CeapException EVENT_INVALID where it is no part
   */
  public static PartRef read(String text) {
    try {
      return of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw invalid(text, e);
    }
  }

  /** As {@link #read(String)}. */
  public static PartRef of(JsonNode json) {
    try {
      return new PartRef(
          new CampaignKey(
              json.path("programId").asText(),
              LocalDate.parse(json.path("businessDate").asText()),
              json.path("runId").asText(),
              json.path("channel").asText(),
              json.path("time").asText()),
          json.path("part").asInt());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid(json.toString(), e);
    }
  }

  private static CeapException invalid(String text, Exception cause) {
    return new CeapException(
        ErrorCode.EVENT_INVALID,
        "a part of a campaign needs programId, businessDate, runId, channel and part, was " + text,
        cause);
  }
}
