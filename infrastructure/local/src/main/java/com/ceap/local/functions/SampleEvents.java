package com.ceap.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as Lambda hands them to the platform's functions. */
public final class SampleEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleEvents() {}

  /** One message of a queue. */
  public static String message(String queue, String body) {
    return messages(queue, List.of(body));
  }

  /** A batch of messages of a queue. */
  public static String messages(String queue, List<String> bodies) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (int i = 1; i <= bodies.size(); i++) {
      ObjectNode record = records.addObject();
      record.put("messageId", "message-" + i).put("receiptHandle", "receipt-" + i);
      record.put("body", bodies.get(i - 1));
      record.putObject("attributes").put("ApproximateReceiveCount", "1");
      record.putObject("messageAttributes");
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:" + queue);
      record.put("awsRegion", "us-east-1");
    }
    return event.toString();
  }

  /** A cart that was left, as EventBridge brings it to a queue. */
  public static String cartAbandoned(Instant at) {
    return cartAbandoned("C0000003", "CART-1", at);
  }

  /** As {@link #cartAbandoned(Instant)}, by somebody. */
  static String cartAbandoned(String customerId, String cartId, Instant at) {
    ObjectNode detail = JSON.createObjectNode();
    detail.put("customerId", customerId).put("cartId", cartId).put("cartValue", 136.47);
    detail.put("currency", "USD").put("itemCount", 1).put("timestamp", at.toString());
    detail.putArray("items").addObject().put("id", "P00000").put("name", "Lamp").put("price", 85);
    return event("ecommerce.cart", "CartAbandoned", detail, at);
  }

  /** A cart's first touch, as EventBridge Scheduler brings it to a queue. */
  public static String touch(String programVersion, Instant eventTime) {
    return touch("C0000003", "CART-1", 1, programVersion, eventTime);
  }

  /** A cart's touch of a number, from 1. */
  static String touch(
      String customerId, String cartId, int number, String programVersion, Instant eventTime) {
    ObjectNode touch = JSON.createObjectNode();
    touch.put("customerId", customerId).put("programId", SampleEnvironment.CARTS);
    touch.put("marketplace", "US").put("subjectType", "cart").put("subjectId", cartId);
    touch.put("touch", number).put("eventTime", eventTime.toString());
    return touch.put("programVersion", programVersion).put("deferral", 0).toString();
  }

  /** A customer who wants no more mail. */
  public static String optedOut(Instant at) {
    ObjectNode detail = JSON.createObjectNode();
    detail.put("customerId", "C0000003").put("timestamp", at.toString());
    return event("ecommerce.customers", "CustomerOptedOut", detail, at);
  }

  /**
   * An execution of a batch that has ended without success, as EventBridge tells of it.
   *
   * @param status FAILED, ABORTED or TIMED_OUT
   * @param input the JSON that it was started with
   */
  public static String executionEnded(String name, String status, String input) {
    ObjectNode detail = JSON.createObjectNode();
    detail.put("executionArn", "arn:aws:states:us-east-1:123456789012:execution:batch:" + name);
    detail.put("stateMachineArn", "arn:aws:states:us-east-1:123456789012:stateMachine:batch");
    detail.put("name", name).put("status", status).put("startDate", 1).put("stopDate", 2);
    detail.put("input", input).putNull("output").putNull("error").putNull("cause");
    detail.putObject("inputDetails").put("included", true);
    return event(
        "aws.states", "Step Functions Execution Status Change", detail, Instant.ofEpochMilli(2));
  }

  /** An event of a file that holds its source, its type and its detail. */
  static String event(JsonNode entry, Instant at) {
    return event(
        entry.path("source").asText(),
        entry.path("detail-type").asText(),
        (ObjectNode) entry.path("detail"),
        at);
  }

  /** An execution of a batch that begins now, as its first state hands it over. */
  static String execution(String name, String programId, Instant now) {
    ObjectNode execution = JSON.createObjectNode();
    execution.put("Id", "arn:aws:states:us-east-1:123456789012:execution:batch:" + name);
    execution.put("Name", name).put("StartTime", now.toString()).put("RedriveCount", 0);
    execution.putObject("Input").put("programId", programId);
    return JSON.createObjectNode().<ObjectNode>set("execution", execution).toString();
  }

  /** Changes of items of a table, as a stream brings them. */
  static String changes(String table, Instant at, List<Map.Entry<ObjectNode, ObjectNode>> items) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Map.Entry<ObjectNode, ObjectNode> item : items) {
      ObjectNode record = records.addObject().put("eventName", "MODIFY");
      record.put(
          "eventSourceARN",
          "arn:aws:dynamodb:us-east-1:123456789012:table/" + table + "/stream/2026-01-01");
      ObjectNode change = record.putObject("dynamodb");
      change.put("ApproximateCreationDateTime", at.toEpochMilli() / 1e3);
      change.put("SequenceNumber", Integer.toString(records.size()));
      change.set("Keys", item.getKey());
      change.set("NewImage", item.getValue());
    }
    return event.toString();
  }

  private static String event(String source, String type, ObjectNode detail, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0").put("id", "event-1").put("detail-type", type);
    event.put("source", source).put("account", "123456789012").put("time", at.toString());
    event.put("region", "us-east-1").putArray("resources");
    event.set("detail", detail);
    return event.toString();
  }

  /** A request of an HTTP API, payload 2.0, by a customer whose token was verified. */
  public static String request(String path, String customerId) {
    return request("GET", path, customerId, "");
  }

  /** As {@link #request(String, String)}, with a body. */
  static String request(String method, String path, String customerId, String body) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
    event.put("rawQueryString", "").put("isBase64Encoded", false).put("body", body);
    event
        .putObject("headers")
        .put("accept", "application/json")
        .put("content-type", "application/json");
    ObjectNode context = event.putObject("requestContext");
    context.put("stage", "$default").put("requestId", "request-1");
    context.putObject("http").put("method", method).put("path", path);
    context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", customerId);
    return event.toString();
  }
}
