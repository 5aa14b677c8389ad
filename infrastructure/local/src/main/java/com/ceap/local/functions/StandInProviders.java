package com.ceap.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The services that are called by paths: models that score everything alike, senders that take
 * every message, and one-time schedules that never come. Thread-safe.
 */
final class StandInProviders {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SCORE = 0.8;

  /** A number to which no text message is taken. */
  static final String REFUSED = "+15550199";

  /** A number at which nobody knows what became of a text message. */
  static final String UNCLEAR = "+15550198";

  private final AtomicLong messages = new AtomicLong();

  /** Empty where the path is none of theirs. */
  Optional<StandInReply> reply(String path, byte[] body) throws IOException {
    if (path.startsWith("/schedules/")) {
      return reply("scheduler:CreateSchedule", answer().put("ScheduleArn", "arn:aws:scheduler"));
    }
    if (path.startsWith("/endpoints/")) {
      return reply("sagemaker:InvokeEndpoint", scores(JSON.readTree(body)));
    }
    return switch (path) {
      case "/v2/email/outbound-emails" ->
          reply("ses:SendEmail", answer().put("MessageId", messageId()));
      case "/v2/email/outbound-bulk-emails" ->
          reply("ses:SendBulkEmail", bulk(JSON.readTree(body).path("BulkEmailEntries").size()));
      default ->
          path.startsWith("/v1/apps/")
              ? reply("mobiletargeting:SendMessages", pushed(JSON.readTree(body)))
              : Optional.empty();
    };
  }

  /** Takes a text message, but to some numbers. */
  StandInReply texted(JsonNode request) {
    List<AwsCall> calls = List.of(new AwsCall("sms-voice:SendTextMessage", ""));
    return switch (request.path("DestinationPhoneNumber").asText()) {
      case REFUSED -> StandInReply.json(calls, 400, answer().put("__type", "ValidationException"));
      case UNCLEAR ->
          StandInReply.json(calls, 500, answer().put("__type", "InternalServerException"));
      default -> StandInReply.json(calls, answer().put("MessageId", messageId()));
    };
  }

  private static Optional<StandInReply> reply(String action, JsonNode answer) {
    return Optional.of(StandInReply.json(List.of(new AwsCall(action, "")), answer));
  }

  private static ObjectNode answer() {
    return JSON.createObjectNode();
  }

  private String messageId() {
    return "message-" + messages.incrementAndGet();
  }

  private static ObjectNode scores(JsonNode request) {
    ObjectNode answer = answer();
    ArrayNode predictions = answer.putArray("predictions");
    request.path("instances").forEach(_ -> predictions.addObject().put("score", SCORE));
    return answer;
  }

  private ObjectNode bulk(int entries) {
    ObjectNode answer = answer();
    ArrayNode results = answer.putArray("BulkEmailEntryResults");
    for (int i = 0; i < entries; i++) {
      results.addObject().put("Status", "SUCCESS").put("MessageId", messageId());
    }
    return answer;
  }

  private ObjectNode pushed(JsonNode request) {
    ObjectNode answer = answer().put("ApplicationId", "a1b2c3");
    ObjectNode results = answer.putObject("Result");
    request
        .path("Addresses")
        .fieldNames()
        .forEachRemaining(
            token ->
                results
                    .putObject(token)
                    .put("DeliveryStatus", "SUCCESSFUL")
                    .put("StatusCode", 200)
                    .put("MessageId", messageId()));
    return answer;
  }
}
