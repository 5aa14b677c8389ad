package com.ceap.serving.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Content that is written as JSON, without a tree in between. */
@FunctionalInterface
public interface Json {
  JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** What a customer's dozen candidates take; a larger body grows. */
  int FIRST_BYTES = 8192;

  void write(JsonGenerator json) throws IOException;

  /** The content in UTF-8. */
  default byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    return out.toByteArray();
  }
}
