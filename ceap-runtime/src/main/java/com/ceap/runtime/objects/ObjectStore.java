package com.ceap.runtime.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Objects by key: runs under {@code runs/{programId}/{executionId}/{stage}/}, published programs,
 * exports. An object is seen whole or not at all. Thread-safe; I/O errors are thrown as {@link
 * java.io.UncheckedIOException}, those of a service as STORE_UNAVAILABLE or STORE_THROTTLED.
 */
public interface ObjectStore {
  /** Writes an object; it comes into being when the body returned, and not at all when it threw. */
  void put(String key, Body body);

  /** Opens an object that exists. */
  InputStream open(String key);

  /** The keys that begin with a prefix, sorted. */
  List<String> list(String prefix);

  /**
   * The keys that begin with a prefix, sorted, each with a tag that is another one whenever the
   * object was written anew.
   */
  Map<String, String> tags(String prefix);

  /** Deletes an object; nothing where there is none. */
  void delete(String key);

  /** What writes an object's content. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
