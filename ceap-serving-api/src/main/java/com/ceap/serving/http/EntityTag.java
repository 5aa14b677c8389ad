package com.ceap.serving.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What tells one state of a resource from another (RFC 9110, section 8.8.3). Weak, since the same
 * state may go out compressed or not.
 */
record EntityTag(String value) {
  private static final int BYTES = 12;

  static EntityTag of(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      byte[] part = Arrays.copyOf(hash, BYTES);
      return new EntityTag(
          "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(part) + "\"");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether the caller has this state, by its header {@code if-none-match}. */
  boolean matches(String ifNoneMatch) {
    return ifNoneMatch.strip().equals("*")
        || Arrays.stream(ifNoneMatch.split(",", -1)).map(String::strip).anyMatch(this::same);
  }

  /** Whether a tag is the same by the weak comparison: strong or weak makes no difference. */
  private boolean same(String tag) {
    return opaque(tag).equals(opaque(value));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
