package com.ceap.local.workflow;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A function that sends parts, of which some fail for some time. */
final class FailingParts implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestStreamHandler handler;
  private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> calls = new ConcurrentHashMap<>();

  FailingParts(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /** Refuses a part so many times. */
  void refuse(int part, int times) {
    refusals.put(part, new AtomicInteger(times));
  }

  /** How often a part was brought. */
  int calls(int part) {
    return calls.getOrDefault(part, new AtomicInteger()).get();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readAllBytes();
    JsonNode json = JSON.readTree(event);
    int part = json.path("part").asInt();
    calls.computeIfAbsent(part, _ -> new AtomicInteger()).incrementAndGet();
    if (refusals.getOrDefault(part, new AtomicInteger()).getAndDecrement() > 0) {
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "the store does not answer");
    }
    handler.handleRequest(new ByteArrayInputStream(event), out, context);
  }
}
