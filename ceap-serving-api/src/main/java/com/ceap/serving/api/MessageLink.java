package com.ceap.serving.api;

/** What a signed link of a message says that its bearer has done. */
public sealed interface MessageLink {
  String customerId();

  String messageId();

  /** Has loaded the message's pictures. */
  record Opened(String customerId, String messageId) implements MessageLink {
    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Opened[" + messageId + "]";
    }
  }

  /**
   * Goes to a page of the shop.
   *
   * @param url where to, as it was signed
   */
  record Clicked(String customerId, String messageId, String url) implements MessageLink {
    /** Says nothing about the person. */
    @Override
    public String toString() {
      return "Clicked[" + messageId + "]";
    }
  }
}
