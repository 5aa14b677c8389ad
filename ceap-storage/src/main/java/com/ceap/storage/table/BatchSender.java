package com.ceap.storage.table;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Sends entries in batches and sends again only what came back unprocessed, with pauses that double
 * and are spread at random ("full jitter"), up to a number of tries.
 */
public final class BatchSender {

  /** Waits; in tests it only counts. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final int batchSize;
  private final int tries;
  private final Pause pause;
  private final RandomGenerator random;

  /**
   * A sender for one kind of batch.
   *
   * @param tries how often in a row a batch may come back without any progress
   */
  public BatchSender(int batchSize, int tries, Pause pause, RandomGenerator random) {
    this.batchSize = batchSize;
    this.tries = tries;
    this.pause = pause;
    this.random = random;
  }

  /**
   * Sends everything.
   *
   * @param call sends one batch, returns what was not processed
   * @param what for the message, such as {@code writes to table candidates}
   * @throws CeapException STORE_THROTTLED with the count of what is left after the last try
   */
  public <T> void send(List<T> entries, UnaryOperator<List<T>> call, String what) {
    List<T> left = new ArrayList<>(entries);
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt > 0) {
        pause(attempt);
      }
      List<T> unprocessed = pass(left, call);
      if (unprocessed.size() < left.size()) {
        attempt = 0;
      }
      left = unprocessed;
      if (!left.isEmpty() && attempt + 1 >= tries) {
        throw new CeapException(
            ErrorCode.STORE_THROTTLED,
            left.size()
                + " of "
                + entries.size()
                + " "
                + what
                + " stayed unprocessed after "
                + tries
                + " tries; the others are done");
      }
    }
  }

  private <T> List<T> pass(List<T> entries, UnaryOperator<List<T>> call) {
    List<T> unprocessed = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += batchSize) {
      List<T> batch = entries.subList(from, Math.min(entries.size(), from + batchSize));
      unprocessed.addAll(call.apply(List.copyOf(batch)));
    }
    return unprocessed;
  }

  private void pause(int attempt) {
    long ceiling =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(20, attempt - 1));
    try {
      pause.sleep(Duration.ofMillis(random.nextLong(ceiling + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE, "interrupted between two tries of a batch", e);
    }
  }
}
