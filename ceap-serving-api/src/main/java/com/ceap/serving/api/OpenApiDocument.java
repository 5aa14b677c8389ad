package com.ceap.serving.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document of this API, as it lies among the resources. */
public final class OpenApiDocument {
  private static final String RESOURCE = "openapi.json";

  private OpenApiDocument() {}

  /** JSON in UTF-8; a fresh copy each time. */
  public static byte[] bytes() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
    }
  }
}
