package com.ceap.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Ids that come out the same however often an operation is repeated: hashes of what they stand for,
 * so that they say nothing about the customer. 40 hexadecimal digits, 160 bits.
 */
public final class Identifiers {
  private static final int BYTES = 20;

  private Identifiers() {}

  /** A customer gets the message of a touch of a candidate's journey once on a channel. */
  public static String touchMessage(CandidateKey key, String channel, int touch) {
    return hash(
        "touch",
        key.customerId(),
        key.programId(),
        key.marketplace(),
        channel,
        key.subject().type(),
        key.subject().id(),
        Integer.toString(touch));
  }

  /** A customer gets the message of a campaign once a day on a channel. */
  public static String campaignMessage(
      String customerId, String programId, String marketplace, String channel, LocalDate day) {
    return hash("campaign", customerId, programId, marketplace, channel, day.toString());
  }

  /** The schedule of a touch; {@code deferral} counts how often it was put off. */
  public static String schedule(CandidateKey key, int touch, int deferral) {
    return hash(
        "schedule",
        key.customerId(),
        key.programId(),
        key.marketplace(),
        key.subject().type(),
        key.subject().id(),
        Integer.toString(touch),
        Integer.toString(deferral));
  }

  /** Hashes parts; no two lists of parts are taken for the same. */
  public static String hash(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
