package com.ceap.storage;

import java.time.LocalDate;

/**
 * Which campaign: what one run stored, on one channel.
 *
 * @param time the send time that was asked for in place of the program's; blank for the program's
 */
public record CampaignKey(
    String programId, LocalDate businessDate, String runId, String channel, String time) {
  public CampaignKey {
    if (programId.isBlank() || runId.isBlank() || channel.isBlank()) {
      throw new IllegalArgumentException(
          "a campaign has a program, a run and a channel, was '%s', '%s' and '%s'"
              .formatted(programId, runId, channel));
    }
  }

  /** The campaign of a run as its program says. */
  public static CampaignKey of(Run run, String channel) {
    return new CampaignKey(run.programId(), run.businessDate(), run.runId(), channel, "");
  }

  /** How people name it, and the folder of its objects ends. */
  public String name() {
    String at = time.isBlank() ? "" : "-at-" + time.replace(":", "");
    return programId + "/" + runId + "/" + channel + at;
  }
}
