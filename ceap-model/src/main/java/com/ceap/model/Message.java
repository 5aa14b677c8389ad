package com.ceap.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One message to one customer and what became of it: the unit of delivery.
 *
 * @param candidate what it is about; the best one where it shows several
 * @param channel the channel's id in its program
 * @param touch its place in the journey, from 1; 0 for a campaign
 * @param reason why it was suppressed or failed: upper-case, such as {@code OPTED_OUT}
 * @param at when it reached its state
 * @param providerId under which the provider knows it
 */
public record Message(
    String messageId,
    CandidateKey candidate,
    String channel,
    String channelType,
    int touch,
    MessageState state,
    Optional<String> reason,
    Instant at,
    Optional<String> providerId,
    String programVersion) {
  public Message {
    Require.text(messageId, "message id");
    Require.text(channel, "channel");
    Require.text(channelType, "channel type");
  }
}
