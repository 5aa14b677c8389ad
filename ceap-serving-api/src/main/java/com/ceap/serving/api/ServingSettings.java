package com.ceap.serving.api;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an environment says of its serving API.
 *
 * @param serviceScope the JWT scope that may read and write every customer
 * @param origins from which browsers may call, such as {@code https://shop.example.com}
 * @param cursorSecret seals cursors; at least 32 characters, the same in every instance
 * @param staleness how old a decision may be before it is checked anew
 * @param verdictLife how long such a check holds
 * @param productLife how old a title, image or price that is shown may be
 * @param gzipFrom bodies of so many bytes are compressed for those who take it
 * @param requestIds makes an id for a request that brings none
 */
public record ServingSettings(
    String serviceScope,
    Set<String> origins,
    String cursorSecret,
    Duration staleness,
    Duration verdictLife,
    Duration productLife,
    int gzipFrom,
    Supplier<String> requestIds) {
  private static final int SECRET_LENGTH = 32;

  public ServingSettings {
    origins = Set.copyOf(origins);
    if (cursorSecret.length() < SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "the cursor secret must have at least %d characters, has %d"
              .formatted(SECRET_LENGTH, cursorSecret.length()));
    }
  }

  /** What holds unless an environment says otherwise: three days until a decision is stale. */
  public static ServingSettings of(String cursorSecret) {
    return new ServingSettings(
        "ceap:service",
        Set.of(),
        cursorSecret,
        Duration.ofDays(3),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        1024,
        () -> UUID.randomUUID().toString());
  }

  /** The same for browsers of these origins. */
  public ServingSettings withOrigins(Set<String> allowed) {
    return new ServingSettings(
        serviceScope,
        allowed,
        cursorSecret,
        staleness,
        verdictLife,
        productLife,
        gzipFrom,
        requestIds);
  }

  /** The same with another age from which a decision is stale. */
  public ServingSettings withStaleness(Duration age) {
    return new ServingSettings(
        serviceScope, origins, cursorSecret, age, verdictLife, productLife, gzipFrom, requestIds);
  }

  /** Says nothing about the secret. */
  @Override
  public String toString() {
    return "ServingSettings[staleness=" + staleness + "]";
  }
}
