package com.ceap.channels.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom an e-mail comes from.
 *
 * @param address an address that SES has verified, such as {@code news@example.com}
 * @param name what mail programs show beside it
 * @param replyTo where answers go; to the address itself where absent
 */
public record EmailIdentity(String address, Optional<String> name, Optional<String> replyTo) {
  private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^\\s<>\",:;@]]+@[A-Za-z0-9.-]+");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  /** What an encoded word holds at most: 75 characters with its frame of 12 (RFC 2047, 2). */
  private static final int MAX_NAME_BYTES = 45;

  public EmailIdentity {
    requireAddress("the sender's address", address);
    replyTo.ifPresent(to -> requireAddress("replyTo", to));
    name.ifPresent(EmailIdentity::requireName);
  }

  private static void requireAddress(String what, String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "%s must be an address in ASCII such as news@example.com, was '%s'"
              .formatted(what, address));
    }
  }

  private static void requireName(String name) {
    if (name.isBlank()
        || name.chars().anyMatch(Character::isISOControl)
        || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          "the sender's name must be one line of at most %d bytes in UTF-8, was '%s'"
              .formatted(MAX_NAME_BYTES, name.strip()));
    }
  }

  /** As the From header has it; a name beyond ASCII as an encoded word, as SES wants it. */
  String header() {
    return name.map(text -> phrase(text) + " <" + address + ">").orElse(address);
  }

  private static String phrase(String text) {
    if (PRINTABLE.matcher(text).matches()) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
