package com.ceap.lambdas.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Where a run keeps its objects, under {@code runs/{programId}/{executionId}/{stage}/}. An object
 * is seen whole or not at all. Thread-safe; I/O errors are thrown as {@link
 * java.io.UncheckedIOException}.
 */
public interface ObjectStore {
  /** Writes an object; it comes into being when the body returned, and not at all when it threw. */
  void put(String key, Body body);

  /** Opens an object that exists. */
  InputStream open(String key);

  /** The keys that begin with a prefix, sorted. */
  List<String> list(String prefix);

  void delete(String key);

  /** What writes an object's content. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
