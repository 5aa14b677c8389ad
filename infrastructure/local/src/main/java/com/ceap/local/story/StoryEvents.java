package com.ceap.local.story;

import com.ceap.lambdas.events.CartAbandoned;
import com.ceap.lambdas.events.CartEmptied;
import com.ceap.lambdas.events.CustomerOptedOut;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.local.bus.PutEntry;
import com.ceap.local.sample.AbandonedCart;
import com.ceap.local.story.StoryCart.Kind;
import com.ceap.model.Message;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The story's events as the shop's systems publish them. */
record StoryEvents(String bus) {
  private static final EventType MESSAGE_FEEDBACK =
      new EventType("ceap.feedback", "MessageFeedback");

  /** That a cart was left; twice where its publisher says so twice. */
  List<PutEntry> abandoned(StoryCart left) {
    AbandonedCart cart = left.cart();
    ObjectNode detail = detail(left);
    detail.put("cartValue", cart.value());
    detail.put("currency", cart.currency());
    detail.put("itemCount", cart.items().size());
    ArrayNode items = detail.putArray("items");
    cart.items().forEach(item -> items.add(item(item, left.kind())));
    detail.put("abandonmentReason", "session_timeout");
    PutEntry entry = entry(CartAbandoned.TYPE, detail, left.at());
    return Collections.nCopies(left.kind() == Kind.TWICE ? 2 : 1, entry);
  }

  private static ObjectNode item(AbandonedCart.Item item, Kind kind) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", item.productId());
    json.put("name", item.name());
    if (kind != Kind.BROKEN) {
      json.put("price", item.price());
    }
    return json;
  }

  PutEntry bought(StoryCart cart, BigDecimal paid, Instant at) {
    ObjectNode detail = detail(cart);
    detail.put("orderId", cart.cartId().replace("CART", "ORDER"));
    detail.put("orderValue", paid);
    detail.put("currency", cart.cart().currency());
    return entry(OrderPlaced.TYPE, detail, at);
  }

  PutEntry emptied(StoryCart cart, Instant at) {
    return entry(CartEmptied.TYPE, detail(cart), at);
  }

  /** Of everything. */
  PutEntry optedOut(StoryCart cart, Instant at) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("customerId", cart.customerId());
    return entry(CustomerOptedOut.TYPE, detail, at);
  }

  /** What the provider, or the reader's program, says of a message. */
  PutEntry said(Message message, String kind, Instant at) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("customerId", message.candidate().customerId());
    detail.put("messageId", message.messageId());
    detail.put("channelType", message.channelType());
    detail.put("kind", kind);
    return entry(MESSAGE_FEEDBACK, detail, at);
  }

  private static ObjectNode detail(StoryCart cart) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("customerId", cart.customerId())
        .put("cartId", cart.cartId());
  }

  private PutEntry entry(EventType type, ObjectNode detail, Instant at) {
    detail.put("timestamp", at.toString());
    return new PutEntry(
        type.source(), type.detailType(), detail.toString(), bus, List.of(), Optional.of(at));
  }
}
