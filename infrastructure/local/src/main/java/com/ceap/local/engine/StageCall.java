package com.ceap.local.engine;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Hands messages to a stage, and finds an answer for each also where the stage fails. */
final class StageCall {
  private final QueueStage stage;

  StageCall(QueueStage stage) {
    this.stage = stage;
  }

  /**
   * One disposition for each message. Where a batch fails as a whole, its messages are handed over
   * one by one, so that one of them cannot take the others to the dead letters.
   */
  List<Disposition> handle(List<QueueMessage> batch) {
    if (batch.size() > 1) {
      try {
        return checked(batch);
      } catch (RuntimeException | StackOverflowError _) {
        // Whatever it was comes again with the message that it belongs to.
        return batch.stream().map(this::single).toList();
      }
    }
    return batch.stream().map(this::single).toList();
  }

  private List<Disposition> checked(List<QueueMessage> batch) {
    List<Disposition> answers = stage.handle(batch);
    if (answers.size() != batch.size()) {
      throw new IllegalStateException(
          "a stage answered %d dispositions for %d messages"
              .formatted(answers.size(), batch.size()));
    }
    return new ArrayList<>(answers);
  }

  private Disposition single(QueueMessage message) {
    try {
      return checked(List.of(message)).getFirst();
    } catch (CeapException e) {
      return Disposition.failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      // Only its kind: the message of an error that nobody foresaw may hold a customer's data.
      return new Disposition.Retry(
          ErrorCode.DEFECT, "the stage failed with " + e.getClass().getName() + at(e));
    }
  }

  private static String at(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
