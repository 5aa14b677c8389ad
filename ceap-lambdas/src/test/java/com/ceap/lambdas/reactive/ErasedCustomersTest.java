package com.ceap.lambdas.reactive;

import static com.ceap.lambdas.reactive.CartShop.ABANDONED;
import static com.ceap.lambdas.reactive.CartShop.event;
import static com.ceap.lambdas.reactive.CartShop.handle;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.storage.CeapTables;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasedCustomersTest {
  private static final Instant FAR = ABANDONED.plus(Duration.ofDays(30));

  private final CallLog log = new CallLog();
  private final MovedClock clock = new MovedClock(ABANDONED.plusMillis(10));
  private final MemoryTables tables = new MemoryTables(clock);
  private final CartShop shop = new CartShop(tables, clock);

  @Test
  void anEventFromBeforeTheErasureLeavesNothingBehind() {
    shop.stores().erasures().erase("C456", ABANDONED);
    List<Item> left = partition();
    ReactiveStage worker = shop.worker(new WatchedTables(tables, log));
    log.live();

    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(log.calls())
        .containsExactly("update dedup", "read of several tables", "update dedup");
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);

    assertThat(worker.report().forgotten()).isEqualTo(1);
    assertThat(worker.report().duplicates()).isEqualTo(1);
    assertThat(worker.report().events()).isEqualTo(2);
    assertThat(partition()).isEqualTo(left);
    assertThat(shop.stores().schedules().due(FAR, 100)).isEmpty();
  }

  @Test
  void anErasureWhileTheEventIsBeingDecidedKeepsItFromBeingStored() {
    ReactiveStage worker =
        shop.worker(
            new WatchedTables(
                tables,
                new WatchedTables.Watch() {
                  @Override
                  public void before(String call) {
                    log.before(call);
                    if (call.equals("transaction")) {
                      shop.stores().erasures().erase("C456", clock.instant());
                    }
                  }

                  @Override
                  public void after(String call) {
                    log.after(call);
                  }
                }));
    log.live();

    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);

    assertThat(worker.report().forgotten()).isEqualTo(1);
    assertThat(worker.report().stored()).isZero();
    assertThat(log.calls()).hasSizeLessThanOrEqualTo(5).endsWith("transaction", "update dedup");
    assertThat(shop.stores().candidates().find("C456").candidates()).isEmpty();
    assertThat(shop.stores().decisions().rejected("C456")).isEmpty();
    assertThat(handle(worker, event())).isEqualTo(Disposition.DONE);
    assertThat(worker.report().duplicates()).isEqualTo(1);
  }

  @Test
  void anEventAfterTheErasureIsDecidedLikeThatOfAnybody() {
    shop.stores().erasures().erase("C456", ABANDONED.minusMillis(1));
    ReactiveStage worker = shop.worker(tables);

    handle(worker, event());

    assertThat(worker.report().forgotten()).isZero();
    assertThat(worker.report().rejected().values()).hasSize(1);
    assertThat(shop.stores().decisions().rejected("C456")).hasSize(1);
  }

  private List<Item> partition() {
    Table candidates = tables.table(CeapTables.CANDIDATES);
    return candidates.query(Query.of("C456")).items();
  }
}
