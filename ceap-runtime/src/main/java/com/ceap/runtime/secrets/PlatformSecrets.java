package com.ceap.runtime.secrets;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The secrets of an environment.
 *
 * @param linkKeys what signs the links of messages, {@code id=BASE64} with commas between, the
 *     signing one first
 * @param cursorKey what seals the cursors of the serving API, at least 32 characters
 */
public record PlatformSecrets(String linkKeys, String cursorKey) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads {@code {"linkKeys": "…", "cursorKey": "…"}}.
   *
   * @param name what errors call its source
   * @throws CeapException SETTINGS_INVALID, which never quotes it
   */
  public static PlatformSecrets parse(String name, String json) {
    JsonNode secrets = tree(name, json);
    return new PlatformSecrets(text(name, secrets, "linkKeys"), text(name, secrets, "cursorKey"));
  }

  private static JsonNode tree(String name, String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Its message quotes what it read.
      throw invalid(name, "is no JSON");
    }
  }

  private static String text(String name, JsonNode secrets, String key) {
    String text = secrets.path(key).asText();
    if (text.isBlank()) {
      throw invalid(name, "has no " + key);
    }
    return text;
  }

  private static CeapException invalid(String name, String what) {
    return new CeapException(
        ErrorCode.SETTINGS_INVALID,
        "%s %s; it must read {\"linkKeys\": \"id=BASE64\", \"cursorKey\": \"…\"}"
            .formatted(name, what));
  }

  /** Says nothing about them. */
  @Override
  public String toString() {
    return "PlatformSecrets";
  }
}
