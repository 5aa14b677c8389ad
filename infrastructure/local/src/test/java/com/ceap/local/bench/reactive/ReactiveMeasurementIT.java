package com.ceap.local.bench.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.bench.calls.StoreCall;
import com.ceap.local.model.ModelTrainer;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measured work is the real work, and its floor is the same without deciding. */
class ReactiveMeasurementIT {
  private static final CartShop SHOP = new CartShop(7, 200, 100);
  private static final int EVENTS = 300;

  @TempDir static Path folder;
  private static ReactiveSettings settings;

  @BeforeAll
  static void train() {
    settings = new ReactiveSettings(folder, ProjectRoot.find(), 200, Duration.ofMillis(200), 100);
    ModelTrainer.train(settings.models(), 1, 2_000, (model, done, total) -> {});
  }

  @Test
  void theCoreDecidesEveryEventAndAboutThreeOfFiveQualify() {
    CoreFigures core = new ReactiveChild(settings).core(SHOP);
    assertThat(core.events()).isGreaterThan(100);
    assertThat(core.stored()).isBetween(0.4, 0.8);
    for (Throughput throughput : List.of(core.decision(), core.stage())) {
      assertThat(throughput.perSecond().least()).isPositive();
      assertThat(throughput.perCpuSecond()).isPositive();
    }
    assertThat(core.decided().requests()).isEqualTo(40);
    assertThat(core.staged().requests()).isEqualTo(40);
    assertThat(core.floor().requests()).isEqualTo(4);
  }

  @Test
  void aStoreIsCalledFourTimesForAStoredEventAndThreeTimesForARejectedOne() throws Exception {
    StorageFigures storage = new ReactiveChild(settings).storage(SHOP);
    assertThat(storage.events()).isEqualTo(100);
    assertThat(storage.callsOfStored()).isEqualTo(4);
    assertThat(storage.callsOfRejected()).isEqualTo(3);
    assertThat(storage.perSecond().least()).isPositive();
    assertThat(storage.floorPerSecond().least()).isPositive();
    assertThat(folder.resolve("reactive.db")).doesNotExist();
  }

  @Test
  void theFloorWritesWhatTheStageWrites() {
    CartStages stages = new CartStages(settings.home(), settings.models());
    Tables decided = filled();
    Tables repeated = filled();
    EventCalls calls = new EventCalls(new ReadyTables(filled()), stages);
    ReactiveStage stage = stages.on(decided);
    CartEvents carts = new CartEvents(SHOP);
    for (int i = 0; i < EVENTS; i++) {
      List<QueueMessage> event = List.of(new QueueMessage("m", carts.body(i), 1));
      stage.handle(event);
      for (StoreCall call : calls.of(event)) {
        call.on(repeated);
      }
    }
    assertThat(contents(repeated)).hasSizeGreaterThan(EVENTS).isEqualTo(contents(decided));
    assertThat(schedules(repeated)).hasSizeGreaterThan(EVENTS / 3).isEqualTo(schedules(decided));
  }

  @Test
  void whatAProcessIsStartedWithComesThrough() {
    assertThat(ReactiveSettings.of(settings.arguments())).isEqualTo(settings);
  }

  private static Tables filled() {
    Tables tables = new MemoryTables(CartStages.CLOCK);
    SHOP.fill(Stores.on(tables, CartStages.CLOCK));
    return tables;
  }

  private static List<Item> contents(Tables tables) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < SHOP.customers(); i++) {
      String customer = CartCustomer.id(i);
      tables.table(CeapTables.CANDIDATES).query(Query.of(customer)).items().stream()
          .filter(item -> !item.has("writer"))
          .forEach(items::add);
      items.addAll(tables.table(CeapTables.SCORES).query(Query.of(customer)).items());
    }
    return items;
  }

  private static List<Key> schedules(Tables tables) {
    return Stores.on(tables, CartStages.CLOCK)
        .schedules()
        .due(CartShop.NOW.plus(Duration.ofDays(1)), EVENTS)
        .stream()
        .map(touch -> Key.of(touch.name()))
        .toList();
  }
}
