package com.ceap.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a service answers.
 *
 * @param calls what the caller has to be allowed to do for it
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, and never compared
record StandInReply(List<AwsCall> calls, int status, String type, byte[] body) {
  private static final String JSON = "application/x-amz-json-1.0";

  static StandInReply json(List<AwsCall> calls, JsonNode body) {
    return json(calls, 200, body);
  }

  static StandInReply json(List<AwsCall> calls, int status, JsonNode body) {
    return new StandInReply(calls, status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static StandInReply json(AwsCall call, JsonNode body) {
    return json(List.of(call), body);
  }
}
