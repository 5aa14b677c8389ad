package com.ceap.local.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Publishes details ten at a time, and puts a call again until it is answered, to whichever
 * platform there is by then: as a good upstream system does.
 */
final class RelentlessPublisher {
  private static final int TOGETHER = 10;

  private final List<String> details;
  private final AtomicReference<RunningPlatform> platform = new AtomicReference<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger uncertain = new AtomicInteger();
  private final Set<Integer> refused = new TreeSet<>();

  RelentlessPublisher(List<String> details) {
    this.details = details;
  }

  /** Publishes to this one from now on. */
  void to(RunningPlatform running) {
    platform.set(running);
  }

  /** How many were answered so far. */
  int answered() {
    return answered.get();
  }

  /** How many were in calls that were never answered, so that they may have been taken twice. */
  int uncertain() {
    return uncertain.get();
  }

  /** Which were turned away. */
  Set<Integer> refused() {
    return refused;
  }

  /** Publishes all; returns when the last one is answered. */
  void run() {
    for (int from = 0; from < details.size(); from += TOGETHER) {
      publish(from, Math.min(from + TOGETHER, details.size()));
    }
  }

  private void publish(int from, int to) {
    List<PutEventsRequestEntry> entries =
        details.subList(from, to).stream().map(RelentlessPublisher::entry).toList();
    PutEventsResponse response = null;
    while (response == null) {
      try (EventBridgeClient client = platform.get().client()) {
        response = client.putEvents(request -> request.entries(entries));
      } catch (SdkClientException | EventBridgeException _) {
        uncertain.addAndGet(to - from);
      }
    }
    for (int i = from; i < to; i++) {
      if (response.entries().get(i - from).errorCode() != null) {
        refused.add(i);
      }
    }
    answered.addAndGet(to - from);
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .source("ecommerce.cart")
        .detailType("CartAbandoned")
        .detail(detail)
        .eventBusName("ecommerce-platform")
        .build();
  }

  /** Waits until so many were answered. */
  void await(int count) {
    while (answered() < count) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
