package com.ceap.lambdas.queue;

import java.util.List;

/** A stage behind a queue. Thread-safe; a message may come twice. */
@FunctionalInterface
public interface QueueStage {
  /** Works on a batch and answers one disposition for each message, in their order. */
  List<Disposition> handle(List<QueueMessage> batch);
}
