package com.ceap.lambdas.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Events as the queue holds them. */
final class Published {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Published() {}

  static String order(
      String customer, String order, Instant at, String value, String cart, List<String> items) {
    ObjectNode detail = detail(customer, at).put("orderId", order).put("currency", "USD");
    detail.put("orderValue", Double.parseDouble(value));
    if (!cart.isEmpty()) {
      detail.put("cartId", cart);
    }
    items.forEach(item -> detail.withArray("items").addObject().put("id", item));
    return event("ecommerce.orders", "OrderPlaced", at, detail);
  }

  static String order(String customer, String order, Instant at, String cart) {
    return order(customer, order, at, "135.00", cart, List.of());
  }

  static String emptied(String customer, String cart, Instant at) {
    return event("ecommerce.cart", "CartEmptied", at, detail(customer, at).put("cartId", cart));
  }

  static String optedOut(String customer, String program, String channel, boolean out, Instant at) {
    ObjectNode detail = detail(customer, at).put("optedOut", out);
    detail.put("programId", program).put("channel", channel);
    return event("ecommerce.customers", "CustomerOptedOut", at, detail);
  }

  static String feedback(String customer, String message, String channel, String kind, Instant at) {
    ObjectNode detail = detail(customer, at).put("messageId", message);
    detail.put("channelType", channel).put("kind", kind);
    return event("ceap.feedback", "MessageFeedback", at, detail);
  }

  static String sesOpen(String customer, String message, Instant at, String userAgent) {
    ObjectNode detail = ofMail(customer, message);
    detail.putObject("open").put("timestamp", at.toString()).put("userAgent", userAgent);
    return event("aws.ses", "Email Opened", at, detail);
  }

  private static ObjectNode ofMail(String customer, String message) {
    ObjectNode detail = JSON.createObjectNode();
    ObjectNode tags = detail.putObject("mail").putObject("tags");
    tags.putArray("messageId").add(message);
    tags.putArray("customer")
        .add(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(customer.getBytes(StandardCharsets.UTF_8)));
    return detail;
  }

  static String permanentBounce(String customer, String message, Instant at) {
    ObjectNode detail = ofMail(customer, message);
    detail
        .putObject("bounce")
        .put("bounceType", "Permanent")
        .put("bounceSubType", "NoEmail")
        .put("timestamp", at.toString());
    return event("aws.ses", "Email Bounced", at, detail);
  }

  static String event(String source, String type, Instant time, ObjectNode detail) {
    ObjectNode event = JSON.createObjectNode().put("id", "e-1").put("source", source);
    event.put("detail-type", type).put("time", time.toString()).set("detail", detail);
    return event.toString();
  }

  static ObjectNode detail(String customer, Instant at) {
    return JSON.createObjectNode().put("customerId", customer).put("timestamp", at.toString());
  }
}
