package com.ceap.lambdas.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConcurrentStageTest {
  @Test
  void messagesAreWorkedOnAtTheSameTimeAndAnsweredInTheirOrder() {
    CountDownLatch allAreThere = new CountDownLatch(3);
    QueueStage waiting =
        some -> {
          allAreThere.countDown();
          return List.of(
              await(allAreThere)
                  ? new Disposition.Later(Duration.ofSeconds(some.getFirst().receives()))
                  : Disposition.DONE);
        };

    assertThat(new ConcurrentStage(waiting).handle(List.of(message(1), message(2), message(3))))
        .containsExactly(later(1), later(2), later(3));
  }

  @Test
  void aMessageThatMakesTheStageFailFailsAlone() {
    QueueStage choosy =
        some ->
            switch (some.getFirst().receives()) {
              case 1 -> throw new IllegalStateException("of customer C-1");
              case 2 -> throw new CeapException(ErrorCode.EVENT_INVALID, "no event");
              case 3 -> List.of();
              default -> List.of(Disposition.DONE);
            };

    assertThat(
            new ConcurrentStage(choosy)
                .handle(List.of(message(1), message(2), message(3), message(4))))
        .containsExactly(
            new Disposition.Retry(
                ErrorCode.DEFECT, "the stage failed with java.lang.IllegalStateException"),
            new Disposition.Dead(ErrorCode.EVENT_INVALID, "no event"),
            new Disposition.Retry(
                ErrorCode.DEFECT, "a stage answered 0 dispositions for one message"),
            Disposition.DONE);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Disposition later(int seconds) {
    return new Disposition.Later(Duration.ofSeconds(seconds));
  }

  private static QueueMessage message(int receives) {
    return new QueueMessage("m" + receives, "{}", receives);
  }
}
