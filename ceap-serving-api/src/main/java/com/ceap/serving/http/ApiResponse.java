package com.ceap.serving.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it goes out.
 *
 * @param headers by name in lower case
 * @param body as sent, compressed where {@code content-encoding} says so; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // answers are not compared
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {
  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  /** The header of a name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as text, where it is not compressed. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Bodies are personal. */
  @Override
  public String toString() {
    return "ApiResponse[" + status + "]";
  }
}
