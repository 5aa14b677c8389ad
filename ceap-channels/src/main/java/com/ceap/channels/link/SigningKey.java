package com.ceap.channels.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs links, under its id. Thread-safe. */
final class SigningKey {
  static final int TAG_BYTES = 16;
  private static final String ALGORITHM = "HmacSHA256";

  /** Keyed, with the id taken in: a copy of it is made faster than another one is keyed. */
  private final Mac begun;

  SigningKey(String id, byte[] key) {
    try {
      begun = Mac.getInstance(ALGORITHM);
      begun.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
    begun.update((id + ".").getBytes(StandardCharsets.UTF_8));
  }

  /** The first bytes of the hash of a token's content. */
  byte[] tag(byte[] content) {
    return Arrays.copyOf(copy().doFinal(content), TAG_BYTES);
  }

  private Mac copy() {
    try {
      return (Mac) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", e);
    }
  }
}
