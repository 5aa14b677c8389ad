package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.MutableClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentLedgersIT {

  private static final int WRITERS = 4;
  private static final int SENDS = 25;

  @TempDir Path folder;

  @Test
  void nothingIsLostHoweverManyWriteTheSameLedgerAtOnce() throws Exception {
    MutableClock clock = new MutableClock();
    try (SqliteTables tables = SqliteTables.open(folder.resolve("ceap.db"), clock)) {
      LedgerRepository ledgers = Stores.on(tables, clock).ledgers();
      List<Future<?>> writers = new ArrayList<>();
      try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
        for (int writer = 0; writer < WRITERS; writer++) {
          String name = "w" + writer + "-";
          writers.add(executor.submit(() -> send(ledgers, name, clock)));
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      CustomerLedger ledger = ledgers.ledgers(Set.of("C1")).get("C1");
      assertThat(ledger.sends()).hasSize(WRITERS * SENDS);
      assertThat(ledger.version()).isEqualTo(WRITERS * SENDS);
    }
  }

  private static void send(LedgerRepository ledgers, String name, MutableClock clock) {
    for (int i = 0; i < SENDS; i++) {
      Send send = new Send(name + i, clock.instant(), "p", "email");
      ledgers.addSends(Map.of("C1", List.of(send)));
    }
  }
}
