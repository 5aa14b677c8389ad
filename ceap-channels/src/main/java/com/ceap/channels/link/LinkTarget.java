package com.ceap.channels.link;

import com.ceap.model.CandidateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where a signed link leads. What it holds is personal and belongs in no log. */
public sealed interface LinkTarget extends LinkVerification {
  /**
   * The end of messages of a program on a channel. Never expires: an old message must still lead
   * out.
   *
   * @param channel the channel's id in its program
   * @param messageId the message whose way out it is; links of old messages do not say
   */
  record Unsubscribe(
      String customerId, String programId, String channel, Optional<String> messageId)
      implements LinkTarget {
    /** One that does not say whose it is. */
    public Unsubscribe(String customerId, String programId, String channel) {
      this(customerId, programId, channel, Optional.empty());
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Unsubscribe[" + programId + ", " + channel + "]";
    }
  }

  /**
   * What a message is about, such as the customer's cart, filled in.
   *
   * @param messageId the message that was clicked
   * @param offerCode what to apply; empty where the message makes no offer
   * @param expires when the offer ends, to the second; {@link Links#LANDING_GRACE} later the link
   *     does too
   */
  record Landing(CandidateKey key, String messageId, Optional<String> offerCode, Instant expires)
      implements LinkTarget {
    public Landing {
      expires = expires.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The code, while the offer lasts. */
    public Optional<String> offerCodeAt(Instant now) {
      return offerCode.filter(code -> now.isBefore(expires));
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Landing[" + messageId + "]";
    }
  }

  /**
   * A page of the shop, such as a product's. The address is part of what is signed, so that the
   * platform leads nowhere that it did not write itself.
   *
   * @param messageId the message that was clicked
   * @param url an absolute http or https address
   */
  record Click(String customerId, String programId, String messageId, String url)
      implements LinkTarget {
    public Click {
      if (WebAddress.parse(url).isEmpty()) {
        throw new IllegalArgumentException("a link leads to an http or https address");
      }
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Click[" + messageId + "]";
    }
  }

  /**
   * The picture that says that a message was opened.
   *
   * @param messageId the message that it stands in
   */
  record Open(String customerId, String programId, String messageId) implements LinkTarget {
    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Open[" + messageId + "]";
    }
  }
}
