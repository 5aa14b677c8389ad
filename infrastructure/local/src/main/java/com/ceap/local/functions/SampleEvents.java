package com.ceap.local.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Events as Lambda hands them to the platform's functions. */
public final class SampleEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleEvents() {}

  /** One message of a queue. */
  public static String message(String queue, String body) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode record = event.putArray("Records").addObject();
    record.put("messageId", "message-1").put("receiptHandle", "receipt-1").put("body", body);
    record.putObject("attributes").put("ApproximateReceiveCount", "1");
    record.putObject("messageAttributes");
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:" + queue);
    record.put("awsRegion", "us-east-1");
    return event.toString();
  }

  /** A cart that was left, as EventBridge brings it to a queue. */
  public static String cartAbandoned(Instant at) {
    ObjectNode detail = JSON.createObjectNode();
    detail.put("customerId", "C0000003").put("cartId", "CART-1").put("cartValue", 136.47);
    detail.put("currency", "USD").put("itemCount", 1).put("timestamp", at.toString());
    detail.putArray("items").addObject().put("id", "P00000").put("name", "Lamp").put("price", 85);
    return event("ecommerce.cart", "CartAbandoned", detail, at);
  }

  /** A cart's first touch, as EventBridge Scheduler brings it to a queue. */
  public static String touch(String programVersion, Instant eventTime) {
    ObjectNode touch = JSON.createObjectNode();
    touch.put("customerId", "C0000003").put("programId", SampleEnvironment.CARTS);
    touch.put("marketplace", "US").put("subjectType", "cart").put("subjectId", "CART-1");
    touch.put("touch", 1).put("eventTime", eventTime.toString());
    return touch.put("programVersion", programVersion).put("deferral", 0).toString();
  }

  /** A customer who wants no more mail. */
  public static String optedOut(Instant at) {
    ObjectNode detail = JSON.createObjectNode();
    detail.put("customerId", "C0000003").put("timestamp", at.toString());
    return event("ecommerce.customers", "CustomerOptedOut", detail, at);
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
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
    event.put("rawQueryString", "").put("isBase64Encoded", false);
    event.putObject("headers").put("accept", "application/json");
    ObjectNode context = event.putObject("requestContext");
    context.put("stage", "$default").put("requestId", "request-1");
    context.putObject("http").put("method", "GET").put("path", path);
    context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", customerId);
    return event.toString();
  }
}
