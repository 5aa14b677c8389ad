package com.ceap.local.run;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A run that says when it has come to a point and waits there to be killed; other chunks go on. */
final class KilledRun {
  static final String REACHED = "reached";

  private KilledRun() {}

  public static void main(String[] arguments) {
    String stage = arguments[2];
    int chunks = Integer.parseInt(arguments[3]);
    LocalRuns.run(
        Path.of(arguments[0]),
        LocalRuns.program("product-recommendations"),
        Path.of(arguments[1]),
        (at, done, total) -> {
          if (at.equals(stage) && done == chunks) {
            waitToBeKilled();
          }
        });
  }

  private static void waitToBeKilled() {
    System.out.println(REACHED);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }
}
