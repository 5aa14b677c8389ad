package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.storage.table.CompositeKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A candidate's key as one URL-safe text: the escaped parts in Base64. */
public final class CandidateId {
  private static final int PARTS = 5;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private CandidateId() {}

  public static String of(CandidateKey key) {
    String parts =
        CompositeKey.of(
            key.customerId(),
            key.programId(),
            key.marketplace(),
            key.subject().type(),
            key.subject().id());
    return ENCODER.encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of an id; empty where {@link #of} gives no such id. */
  public static Optional<CandidateKey> parse(String id) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(id);
      List<String> parts = CompositeKey.parts(new String(bytes, StandardCharsets.UTF_8));
      if (parts.size() != PARTS) {
        return Optional.empty();
      }
      Subject subject = new Subject(parts.get(3), parts.get(4));
      CandidateKey key = new CandidateKey(parts.get(0), parts.get(1), parts.get(2), subject);
      // One id for one key: padding, spare bits and needless escapes are refused.
      return Optional.of(key).filter(k -> of(k).equals(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
