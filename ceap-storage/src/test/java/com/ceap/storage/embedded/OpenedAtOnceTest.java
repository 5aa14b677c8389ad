package com.ceap.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new file asks each of its first connections for the same exclusive lock. */
final class OpenedAtOnceTest {
  private static final int OPENERS = 8;
  private static final int ROUNDS = 40;

  @TempDir Path folder;

  @Test
  void whoeverOpensANewDatabaseAtTheSameMomentHasIt() throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(OPENERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        Path file = folder.resolve("ceap-" + round + ".db");
        CyclicBarrier together = new CyclicBarrier(OPENERS);
        List<Callable<Path>> openers = new ArrayList<>();
        for (int i = 0; i < OPENERS; i++) {
          openers.add(() -> opens(file, together));
        }
        for (Future<Path> opener : executor.invokeAll(openers)) {
          assertThat(opener.get()).isRegularFile();
        }
      }
    }
  }

  private static Path opens(Path file, CyclicBarrier together) throws Exception {
    together.await();
    SqliteTables.open(file, InstantSource.system()).close();
    return file;
  }
}
