package com.ceap.channels.spi;

import java.util.Optional;

/**
 * Who a message is from, as its reader sees it.
 *
 * @param name such as {@code Example Shop}
 * @param postalAddress where the sender can be written to; mail that advertises must say so
 * @param unsubscribeMail an address that takes opt-outs by mail, for clients that offer only that
 */
public record Brand(String name, String postalAddress, Optional<String> unsubscribeMail) {
  public Brand {
    requireText(name, "name");
    requireText(postalAddress, "postal address");
  }

  private static void requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the sender's " + what + " must not be blank");
    }
  }
}
