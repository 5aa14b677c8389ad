package com.ceap.lambdas.channel;

import com.ceap.model.CandidateKey;
import java.time.Duration;
import java.util.List;

/**
 * A message as it is reserved and recorded.
 *
 * @param topics what it is about, the best first
 * @param touch its place in a journey, from 1; 0 for a campaign
 * @param programVersion the version that its content follows
 */
record MessagePlan(
    String messageId, List<Topic> topics, ChannelTerms terms, int touch, String programVersion) {
  MessagePlan {
    topics = List.copyOf(topics);
  }

  /** What it is recorded under. */
  CandidateKey key() {
    return topics.getFirst().key();
  }

  String customerId() {
    return key().customerId();
  }

  String channel() {
    return terms.channelId();
  }

  String channelType() {
    return terms.channelType();
  }

  DeliveryPolicy policy(Duration lease) {
    return new DeliveryPolicy(topics, messageId, channel(), channelType(), terms.caps(), lease);
  }
}
