package com.ceap.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Requests and answers of the AWS JSON 1.1 protocol. */
final class AwsJson {

  /** Ten entries of 256 KB, each byte escaped. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AwsJson() {}

  /** The body of a request. */
  static JsonNode body(HttpExchange exchange) throws IOException, AwsError {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw AwsError.tooLarge(MOST_BYTES);
    }
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Its message may quote the body, which is the publisher's customers' data.
      throw AwsError.unreadable(
          "the body is no JSON; look at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
    throw AwsError.unreadable("the body must be a JSON object");
  }

  static Answer answer(int status, JsonNode json) {
    return new Answer(
        status,
        "application/x-amz-json-1.1",
        json.toString(),
        Map.of("x-amzn-RequestId", UUID.randomUUID().toString()));
  }
}
