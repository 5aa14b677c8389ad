package com.ceap.serving.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What an endpoint answers, before it is compressed or found unchanged.
 *
 * @param headers besides those that every answer has, by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // replies are not compared
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
  public static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String NO_STORE = "no-store";

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** JSON that nobody may keep. */
  public static Reply json(int status, Json content) {
    return new Reply(status, JSON, content.bytes(), Map.of("cache-control", NO_STORE));
  }

  /** A page that nobody may keep. */
  public static Reply html(int status, String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, HTML, bytes, Map.of("cache-control", NO_STORE));
  }

  /** The same with one header more, in place of one of the same name. */
  public Reply with(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new Reply(status, contentType, body, all);
  }
}
