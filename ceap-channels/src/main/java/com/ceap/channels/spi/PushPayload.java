package com.ceap.channels.spi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A push message as a platform's service carries it, for its size and for people to look at. */
public final class PushPayload {
  /** What APNs and FCM carry for one notification, in bytes of UTF-8. */
  public static final int MAX_BYTES = 4096;

  private static final ObjectMapper JSON = new ObjectMapper();

  private PushPayload() {}

  /**
   * The payload for a platform as JSON: APNs' for {@code ios}, FCM's for {@code android} and {@code
   * web}.
   */
  public static String of(PushMessage message, String platform) {
    ObjectNode payload = JSON.createObjectNode();
    ObjectNode shown =
        platform.equals("ios")
            ? payload.putObject("aps").putObject("alert")
            : payload.putObject("notification");
    shown.put("title", message.title());
    shown.put("body", message.body());
    ObjectNode data = payload.putObject("data");
    data.put("link", message.link());
    data.put("messageId", message.messageId());
    data.put("program", message.programId());
    return payload.toString();
  }

  /** The size of a platform's payload in bytes. */
  public static int bytes(PushMessage message, String platform) {
    return of(message, platform).getBytes(StandardCharsets.UTF_8).length;
  }
}
