package com.ceap.channels.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that may stand in a message: absolute, http or https, with a host, without a user. */
public final class WebAddress {
  private WebAddress() {}

  /**
   * The address in ASCII, as browsers take it; empty for every other scheme, such as {@code
   * javascript:}, and for what is no address.
   */
  public static Optional<String> parse(String text) {
    // Half a character is in no address, and URI cannot encode it.
    if (hasSurrogates(text)
        && text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.strip());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
