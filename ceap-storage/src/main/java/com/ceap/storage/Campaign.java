package com.ceap.storage;

import java.time.Instant;

/**
 * A campaign: who is to get which candidates of a run on a channel, and how far that is.
 *
 * @param programVersion the version that decides what its messages say
 * @param channelType such as {@code email}
 * @param templateVersion of the template when it was frozen; blank where the channel has none
 * @param manifest the key of the object that lists its parts
 * @param recipients how many messages it has
 * @param candidates how many candidates those are about
 * @param parts how many parts the list of recipients has
 * @param counts of the parts that have ended
 */
public record Campaign(
    CampaignKey key,
    String programVersion,
    String channelType,
    String templateVersion,
    Instant frozenAt,
    String manifest,
    long recipients,
    long candidates,
    int parts,
    State state,
    CampaignCounts counts) {

  /** How far a campaign has come. */
  public enum State {
    /** Its list stands; nothing has gone out. */
    FROZEN,
    SENDING,
    /** Every one of its messages has ended. */
    COMPLETE,
    /** Another campaign of the channel took its place before anything had gone out. */
    SUPERSEDED
  }

  /** Whether nothing of it goes out any more. */
  public boolean over() {
    return state == State.COMPLETE || state == State.SUPERSEDED;
  }
}
