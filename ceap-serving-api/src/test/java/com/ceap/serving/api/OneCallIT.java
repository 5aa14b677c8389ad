package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many calls to the store an answer costs. */
class OneCallIT {
  private final World world = new World();

  @BeforeEach
  void store() {
    for (int i = 0; i < 20; i++) {
      world.product("P" + i, true);
      world.store(key("C1", "P" + i), i / 20.0, "in-app", "email");
      world.store(key("C2", "P" + i), i / 20.0, "in-app", "email");
    }
    world.optOut("C1", "reco", "email");
    world.event(key("C1", "P3"), "k", "{\"type\":\"dismissal\"}");
    world.tables.takeCalls();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theCommonRequestIsOneQuery() {
    assertThat(world.inApp("C2")).hasSize(10);
    assertThat(world.tables.takeCalls())
        .as("titles and prices that no customer was shown lately")
        .containsExactly("query candidates", "batchGet products");
    assertThat(world.inApp("C1")).hasSize(10);
    assertThat(world.tables.takeCalls()).containsExactly("query candidates");
    assertThat(world.counters.hitRate("products")).isEqualTo(0.5);
  }

  @Test
  void whatIsShownOfAProductIsFiveMinutesOldAtMost() {
    world.inApp("C2");
    world.tables.takeCalls();
    world.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    world.inApp("C2");
    assertThat(world.tables.takeCalls()).containsExactly("query candidates", "batchGet products");
  }

  @Test
  void aCatalogueThatIsDownLeavesOutWhatOnlyItKnows() {
    world.tables.breakDown(CeapTables.PRODUCTS);
    var answer = json(world.get(customer("C2"), "/v1/customers/C2/candidates"));
    assertThat(answer.get("candidates")).hasSize(10);
    assertThat(answer.at("/candidates/0").has("title")).isFalse();
    assertThat(answer.get("degradations").toString()).isEqualTo("[\"CATALOGUE_UNAVAILABLE\"]");
  }

  @Test
  void aBatchIsOneQueryForEachCustomerAndTheRestTogether() {
    String ids =
        IntStream.range(1, 51).mapToObj(i -> "\"C" + i + "\"").collect(Collectors.joining(","));
    var answer =
        world.post(SERVICE, "/svc/v1/candidates/batch-get", "{\"customerIds\":[" + ids + "]}");
    assertThat(json(answer).get("customers")).hasSize(50);
    assertThat(world.tables.takeCalls())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Collections.nCopies(50, "query candidates").stream(),
                    Stream.of("batchGet products"))
                .toList());
  }

  @Test
  void aPageOfAChannelAsksOnceForAllThatMaySpeakAgainstIt() {
    var answer =
        world.get(SERVICE, "/svc/v1/programs/reco/channels/in-app/candidates?marketplace=US");
    assertThat(subjects(answer)).hasSize(39);
    assertThat(world.tables.takeCalls().stream().filter(call -> !call.startsWith("query")))
        .containsExactly("batchGet candidates", "batchGet candidates", "batchGet products");
  }
}
