package com.ceap.serving.http;

import java.util.Set;
import java.util.function.Supplier;

/**
 * How an API behaves as an HTTP server.
 *
 * @param serviceScope the scope of tokens that may read and write every customer
 * @param origins from which browsers may call, such as {@code https://shop.example.com}
 * @param gzipFrom bodies of so many bytes are compressed for those who take it
 * @param bodyLimit larger bodies are refused, in bytes
 * @param requestIds makes an id for a request that brings none
 */
public record HttpSettings(
    String serviceScope,
    Set<String> origins,
    int gzipFrom,
    int bodyLimit,
    Supplier<String> requestIds) {
  public HttpSettings {
    origins = Set.copyOf(origins);
  }
}
