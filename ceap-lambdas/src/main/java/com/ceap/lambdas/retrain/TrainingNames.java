package com.ceap.lambdas.retrain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What belongs to one training of a model is called: the same for the same slot, so that doing it
 * again meets what is there.
 *
 * @param prefix of the environment, such as {@code ceap-dev-}
 */
record TrainingNames(String prefix, String modelId, Instant slot) {
  /** "CreateTrainingJob" in the SageMaker API reference. */
  private static final int LONGEST = 63;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmm").withZone(ZoneOffset.UTC);

  /** Of the training job, the model, its configuration; with a suffix, of the transform jobs. */
  String name() {
    String end = "-" + MINUTE.format(slot);
    return prefix + model(LONGEST - prefix.length() - end.length() - "-b".length()) + end;
  }

  /** Letters, digits and single hyphens; what had to give way is told apart by a hash. */
  private String model(int room) {
    String plain =
        modelId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (plain.equals(modelId) && plain.length() <= room) {
      return plain;
    }
    String hash = HexFormat.of().formatHex(sha256()).substring(0, 8);
    return plain.substring(0, Math.min(plain.length(), room - 9)) + "-" + hash;
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(modelId.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Where the rows and the answers lie; they are about customers, and expire. */
  String folder() {
    return RetrainObjects.TRAINING + modelId + "/" + slot.toString().replace(':', '-') + "/";
  }
}
