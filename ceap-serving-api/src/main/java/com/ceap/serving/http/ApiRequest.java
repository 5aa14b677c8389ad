package com.ceap.serving.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param method in upper case, such as {@code GET}
 * @param path percent-encoded, from the first slash on
 * @param query percent-encoded, without the question mark; empty where there is none
 * @param headers by name in any case; several of one name joined by a comma
 * @param body empty where there is none; whoever makes the request no longer writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record ApiRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    Caller caller) {
  public ApiRequest {
    Map<String, String> lower = HashMap.newHashMap(headers.size());
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** The header of a name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Paths hold ids of customers. */
  @Override
  public String toString() {
    return "ApiRequest[" + method + "]";
  }
}
