package com.ceap.lambdas.events;

import com.ceap.channels.spi.MessageTags;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The message that a provider's event is about, by the tags that it was sent with. */
record TaggedMessage(String customerId, String messageId) {
  /**
   * Reads the tags; empty where there are none of ours.
   *
   * @param path what comes before a tag's name in messages
   * @param tag a tag's value by its name, missing where there is none
   */
  static Optional<TaggedMessage> of(
      String path, Function<String, JsonNode> tag, EventProblems problems) {
    JsonNode message = tag.apply(MessageTags.MESSAGE_ID);
    JsonNode customer = tag.apply(MessageTags.CUSTOMER);
    if (message.isMissingNode() || customer.isMissingNode()) {
      return Optional.empty();
    }
    if (!EventText.isId(message.asText())) {
      problems.wrong(path + MessageTags.MESSAGE_ID, "the id of a message", message);
    }
    String customerId = customer(customer.asText());
    if (!EventText.isId(customerId)) {
      problems.wrong(path + MessageTags.CUSTOMER, "a customer id in base64url", customer);
    }
    return Optional.of(new TaggedMessage(customerId, message.asText()));
  }

  private static String customer(String tag) {
    try {
      return MessageTags.customerId(tag);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  Feedback feedback(String channelType, FeedbackKind kind, Instant at, Optional<String> words) {
    return new Feedback(customerId, messageId, channelType, kind, at, words);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "TaggedMessage[" + messageId + "]";
  }
}
