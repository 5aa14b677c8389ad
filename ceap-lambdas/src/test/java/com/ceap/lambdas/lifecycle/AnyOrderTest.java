package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Conversion;
import com.ceap.storage.embedded.MemoryTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Events may come twice, late, in any order, and their worker may die over each of them. */
class AnyOrderTest {
  private static final int WORLDS = Integer.getInteger("ceap.test.worlds", 60);
  private static final long SEED = Long.getLong("ceap.test.seed", 20_261_121L);
  private static final List<String> CUSTOMERS = List.of("C1", "C2");

  private final Random random = new Random(SEED);

  @Test
  void whateverTheOrderAndHoweverOftenTheEndIsTheSame() {
    for (int i = 0; i < WORLDS; i++) {
      long seed = random.nextLong();
      World world = World.random(seed);
      List<EndState> expected = end(world, world.events());
      for (int permutation = 0; permutation < 3; permutation++) {
        List<String> events = new ArrayList<>(world.events());
        world.events().stream().filter(_ -> random.nextInt(3) == 0).forEach(events::add);
        Collections.shuffle(events, random);
        assertThat(end(world, events)).as("world of seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void anOrdersRevenueIsCountedOnce() {
    for (int i = 0; i < WORLDS; i++) {
      long seed = random.nextLong();
      World world = World.random(seed).withContradictoryOrders();
      Shop shop = shop(world);
      world.events().forEach(shop::publish);
      world.events().forEach(shop::publish);
      for (String customer : CUSTOMERS) {
        Collection<Conversion> conversions = shop.candidates(customer).conversions().values();
        Set<String> orders = new HashSet<>();
        assertThat(conversions)
            .as("world of seed %d", seed)
            .allMatch(conversion -> orders.add(conversion.orderId()));
      }
    }
  }

  @Test
  void severalWorkersAtOnceComeToTheSameEnd() throws Exception {
    for (int i = 0; i < WORLDS / 20; i++) {
      long seed = random.nextLong();
      World world = World.random(seed);
      Shop shop = shop(world);
      List<Future<?>> workers = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int copy = 0; copy < 3; copy++) {
          world
              .events()
              .forEach(event -> workers.add(threads.submit(() -> untilDone(shop, event))));
        }
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      assertThat(states(shop)).as("world of seed %d", seed).isEqualTo(end(world, world.events()));
    }
  }

  /** A ledger that others keep writing is tried again, as its queue would. */
  private static void untilDone(Shop shop, String event) {
    Disposition disposition = shop.publish(event);
    while (disposition instanceof Disposition.Retry(ErrorCode code, String _)
        && code == ErrorCode.STORE_CONFLICT) {
      disposition = shop.publish(event);
    }
    assertThat(disposition).isEqualTo(Disposition.DONE);
  }

  @Test
  void aWorkerThatDiesBeforeOrAfterAnyCallLeavesNothingUndoneOnceTheEventComesAgain() {
    for (int i = 0; i < WORLDS / 20; i++) {
      long seed = random.nextLong();
      World world = World.random(seed);
      List<EndState> expected = end(world, world.events());
      for (int event = 0; event < world.events().size(); event++) {
        for (boolean after : new boolean[] {false, true}) {
          assertThat(crashingAtEveryCall(world, event, after))
              .as("world of seed %d, event %d, after the call: %s", seed, event, after)
              .allSatisfy(state -> assertThat(state).isEqualTo(expected));
        }
      }
    }
  }

  /** The end of the same world for each call of one event's work at which the worker may die. */
  private static List<List<EndState>> crashingAtEveryCall(World world, int event, boolean after) {
    List<List<EndState>> ends = new ArrayList<>();
    for (int call = 1; ; call++) {
      List<CrashingTables> crashing = new ArrayList<>();
      Shop shop =
          new Shop(
              MemoryTables::new,
              tables -> {
                crashing.add(new CrashingTables(tables));
                return crashing.getFirst();
              },
              World.programs());
      world.tellPast(shop);
      world.events().subList(0, event).forEach(shop::publish);
      crashing.getFirst().crashAt(call, after);
      Disposition first = shop.publish(world.events().get(event));
      if (!crashing.getFirst().restart()) {
        return ends;
      }
      assertThat(first).isInstanceOf(Disposition.Retry.class);
      world.events().subList(event, world.events().size()).forEach(shop::publish);
      ends.add(states(shop));
    }
  }

  static List<EndState> end(World world, List<String> events) {
    Shop shop = shop(world);
    events.forEach(event -> assertThat(shop.publish(event)).isEqualTo(Disposition.DONE));
    return states(shop);
  }

  private static Shop shop(World world) {
    Shop shop = new Shop(World.programs());
    world.tellPast(shop);
    return shop;
  }

  static List<EndState> states(Shop shop) {
    return CUSTOMERS.stream().map(customer -> EndState.of(shop, customer)).toList();
  }
}
