package com.ceap.channels.link;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that sign links, by id. The first one signs; the others are retired: what they signed is
 * still followed, until they are removed.
 */
public final class LinkKeys {
  /** HMAC-SHA256 wants keys at least as long as its hash (RFC 2104). */
  private static final int MIN_BYTES = 32;

  private final String current;
  private final Map<String, SigningKey> keys;

  private LinkKeys(String current, Map<String, SigningKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Reads keys as an environment gives them: {@code id=BASE64}, several with a comma between, the
   * signing one first.
   *
   * @throws IllegalArgumentException naming what is wrong, never a key
   */
  public static LinkKeys parse(String text) {
    Map<String, SigningKey> keys = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String id = equals < 0 ? "" : part.substring(0, equals).strip();
      if (!id.matches("[A-Za-z0-9]{1,8}")) {
        throw new IllegalArgumentException(
            "link key %d must be written id=BASE64 with an id of 1 to 8 letters and digits"
                .formatted(ids.size() + 1));
      }
      byte[] bytes = bytes(id, part.substring(equals + 1).strip());
      if (keys.put(id, new SigningKey(id, bytes)) != null) {
        throw new IllegalArgumentException("link key '" + id + "' is given twice");
      }
      ids.add(id);
    }
    return new LinkKeys(ids.getFirst(), keys);
  }

  private static byte[] bytes(String id, String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("link key '" + id + "' is no Base64", e);
    }
    if (key.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "link key '%s' must have at least %d bytes, has %d".formatted(id, MIN_BYTES, key.length));
    }
    return key;
  }

  /** The id of the key that signs. */
  String current() {
    return current;
  }

  Optional<SigningKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** Says nothing about the keys. */
  @Override
  public String toString() {
    return "LinkKeys" + keys.keySet();
  }
}
