package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.storage.embedded.HostileTables;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleStoresIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sqliteComesToTheSameEndAsMemory(long seed) {
    assertSameEnd(seed, clock -> SqliteTables.open(folder.resolve("ceap.db"), clock));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void aStoreThatDoesAllThatDynamoDbMayDoComesToTheSameEnd(long seed) {
    assertSameEnd(seed, clock -> HostileTables.open(folder, clock, seed));
  }

  private static void assertSameEnd(long seed, Function<InstantSource, Tables> opened) {
    World world = World.random(seed);
    Shop shop = new Shop(opened, tables -> tables, World.programs());
    world.tellPast(shop);
    for (String event : world.events()) {
      assertThat(shop.publish(event)).isEqualTo(Disposition.DONE);
    }

    assertThat(AnyOrderTest.states(shop)).isEqualTo(AnyOrderTest.end(world, world.events()));
  }
}
