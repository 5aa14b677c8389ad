package com.ceap.lambdas.queue;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has a stage work on the messages of a batch at the same time, each on a virtual thread: for
 * queues whose messages have no order. A message that makes the stage fail fails alone.
 */
public final class ConcurrentStage implements QueueStage {
  private final QueueStage stage;

  public ConcurrentStage(QueueStage stage) {
    this.stage = stage;
  }

  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    if (batch.size() == 1) {
      return List.of(one(batch.getFirst()));
    }
    List<Callable<Disposition>> tasks = new ArrayList<>();
    batch.forEach(message -> tasks.add(() -> one(message)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Disposition> answers = new ArrayList<>();
      for (Future<Disposition> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new CeapException(ErrorCode.DEFECT, "a stage ended with an error of the JVM", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.DEFECT, "a batch was interrupted", e);
    }
  }

  private Disposition one(QueueMessage message) {
    try {
      List<Disposition> answers = stage.handle(List.of(message));
      if (answers.size() != 1) {
        throw new CeapException(
            ErrorCode.DEFECT,
            "a stage answered %d dispositions for one message".formatted(answers.size()));
      }
      return answers.getFirst();
    } catch (CeapException e) {
      return Disposition.failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      // Only its kind: the message of an error that nobody foresaw may hold a customer's data.
      return new Disposition.Retry(
          ErrorCode.DEFECT, "the stage failed with " + e.getClass().getName());
    }
  }
}
