package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static com.ceap.lambdas.reactive.CartShop.event;
import static com.ceap.lambdas.reactive.CartShop.handle;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentDuplicatesIT {
  private static final int DUPLICATES = 1000;
  private static final int WORKERS = 16;

  @TempDir Path folder;

  @Test
  void aThousandConcurrentDuplicatesOfOneEventMakeOneCandidate() throws Exception {
    MovedClock clock = new MovedClock(ABANDONED);
    try (SqliteTables tables = SqliteTables.open(folder.resolve("ceap.db"), clock)) {
      CartShop shop = new CartShop(tables, clock);
      List<ReactiveStage> workers = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        workers.add(shop.worker(tables));
      }
      List<Disposition> dispositions = deliver(workers);
      assertThat(dispositions)
          .allMatch(d -> d.equals(Disposition.DONE) || d instanceof Disposition.Later);
      long waiting = dispositions.stream().filter(Disposition.Later.class::isInstance).count();
      clock.advance(Duration.ofMinutes(1));
      for (long i = 0; i < waiting; i++) {
        assertThat(handle(workers.getFirst(), event())).isEqualTo(Disposition.DONE);
      }
      assertThat(workers.stream().mapToLong(w -> w.report().stored()).sum()).isEqualTo(1);
      assertThat(workers.stream().mapToLong(w -> w.report().duplicates()).sum())
          .isEqualTo(DUPLICATES - 1);
      assertThat(shop.stores().candidates().find("C456").candidates()).hasSize(1);
      assertThat(shop.stores().schedules().due(ABANDONED.plus(Duration.ofDays(9)), 9)).hasSize(1);
    }
  }

  private static List<Disposition> deliver(List<ReactiveStage> workers) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Disposition>> deliveries = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < DUPLICATES; i++) {
        ReactiveStage worker = workers.get(i % WORKERS);
        deliveries.add(
            threads.submit(
                () -> {
                  start.await();
                  return handle(worker, event());
                }));
      }
      start.countDown();
      List<Disposition> dispositions = new ArrayList<>();
      for (Future<Disposition> delivery : deliveries) {
        dispositions.add(delivery.get());
      }
      return dispositions;
    }
  }
}
