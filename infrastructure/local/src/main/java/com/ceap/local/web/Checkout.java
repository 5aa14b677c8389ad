package com.ceap.local.web;

import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.local.bus.EventBus;
import com.ceap.local.bus.PutEntry;
import com.ceap.model.CandidateKey;
import com.ceap.model.Identifiers;
import com.ceap.runtime.programs.PublishedPrograms;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Buys a cart as the shop would: by an OrderPlaced event on the program's bus. Buying the same cart
 * again is the same order.
 *
 * @param placed is run when an order was put
 */
public record Checkout(
    EventBus bus, PublishedPrograms programs, InstantSource clock, Runnable placed) {

  /** Places the order of a cart. */
  String place(CandidateKey key, Amount paid) {
    String orderId = orderId(key);
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("customerId", key.customerId());
    detail.put("orderId", orderId);
    detail.put("cartId", key.subject().id());
    detail.put("orderValue", paid.value());
    detail.put("currency", paid.currency().getCurrencyCode());
    Instant now = clock.instant();
    detail.put("timestamp", now.toString());
    bus.put(
        List.of(
            new PutEntry(
                OrderPlaced.TYPE.source(),
                OrderPlaced.TYPE.detailType(),
                detail.toString(),
                busName(key.programId()),
                List.of(),
                Optional.of(now))));
    placed.run();
    return orderId;
  }

  private static String orderId(CandidateKey key) {
    String hash =
        Identifiers.hash(
            "checkout",
            key.customerId(),
            key.programId(),
            key.marketplace(),
            key.subject().type(),
            key.subject().id());
    return "WEB-" + hash.substring(0, 10).toUpperCase(Locale.ROOT);
  }

  /** The bus that the program listens to: its exits come in there, too. */
  private String busName(String programId) {
    return programs.newest(programId).stream()
        .flatMap(program -> program.eventSources().stream())
        .findFirst()
        .map(source -> source.eventBusName())
        .orElse("");
  }
}
