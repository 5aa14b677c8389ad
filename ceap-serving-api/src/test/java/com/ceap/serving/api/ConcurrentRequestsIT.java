package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.serving.http.ApiResponse;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One API, many requests at once. */
class ConcurrentRequestsIT {
  private static final int CUSTOMERS = 12;
  @TempDir Path folder;

  @Test
  void everyAnswerIsTheAskersOwnAndAnOptOutHoldsAtOnce() throws Exception {
    TestClock clock = new TestClock();
    try (World world = new World(clock, SqliteTables.open(folder.resolve("ceap.db"), clock));
        ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS)) {
      List<Callable<String>> visits = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        String customer = "C" + i;
        for (int p = 0; p < 5; p++) {
          world.store(key(customer, customer + "-P" + p), p / 5.0, "in-app", "email");
        }
        visits.add(() -> visit(world, customer));
      }
      for (Future<String> visit : threads.invokeAll(visits)) {
        assertThat(visit.get()).isEqualTo("seen");
      }
      assertThat(world.counters.count("failed")).isZero();
    }
  }

  private static String visit(World world, String customer) {
    List<String> own = List.of("-P4", "-P3", "-P2", "-P1", "-P0");
    for (int i = 0; i < 20; i++) {
      assertThat(world.inApp(customer))
          .containsExactlyElementsOf(own.stream().map(customer::concat).toList());
    }
    world.event(key(customer, customer + "-P4"), "k", "{\"type\":\"dismissal\"}");
    assertThat(world.inApp(customer)).doesNotContain(customer + "-P4").hasSize(4);
    ApiResponse optedOut =
        world.send(
            "PUT",
            "/v1/customers/" + customer + "/consent",
            customer(customer),
            Map.of("content-type", "application/json"),
            "{\"consents\":[{\"optedOut\":true}]}");
    assertThat(optedOut.status()).isEqualTo(200);
    assertThat(world.inApp(customer)).isEmpty();
    ApiResponse page =
        world.get(SERVICE, "/svc/v1/programs/reco/channels/in-app/candidates?limit=1000");
    assertThat(texts(json(page).get("candidates"), "/customerId")).doesNotContain(customer);
    assertThat(subjects(page)).doesNotHaveDuplicates();
    return "seen";
  }
}
