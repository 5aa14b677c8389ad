package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.PROGRAM;
import static com.ceap.lambdas.export.ExportShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.CeapTables;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Value;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that does not fit into DuckDB's memory, and whose rows do not fit into one file. */
final class LargeExportIT {
  private static final int ROWS = 120_000;
  private static final ExportLimits LIMITS = new ExportLimits(128, 30_000);

  @TempDir Path folder;

  @Test
  void aLargeDayIsSpilledAndLiesInSeveralFilesEachRowOnce() {
    try (ExportShop shop = new ExportShop(folder)) {
      shop.decide(key("C", "P"), 0.5);
      ChangeFeed many = many(shop);
      DailyExport export = new DailyExport(many, shop.objects, folder, LIMITS);

      ExportReport report = export.run(DAY, Optional.empty(), ExportProgress.NONE);

      assertThat(report.rows()).isEqualTo(ROWS);
      assertThat(report.days()).hasSize(1).allSatisfy(d -> assertThat(d.files()).isEqualTo(4));
      ExportedRows rows = new ExportedRows(shop.objects);
      assertThat(rows.query("SELECT count(*), count(DISTINCT customer_id) FROM candidates"))
          .containsExactly(ROWS + " | " + ROWS);
      List<ExportManifest.File> files =
          ExportManifest.read(
                  shop.objects, ExportKeys.manifest(ExportTable.CANDIDATES, PROGRAM, DAY))
              .files();
      assertThat(files).allSatisfy(file -> assertThat(file.rows()).isBetween(29_000L, 31_000L));
      ExportReport again = export.run(DAY, Optional.empty(), ExportProgress.NONE);
      assertThat(again.days())
          .extracting(ExportedDay::state)
          .containsExactly(ExportedDay.State.UNCHANGED);
    }
  }

  /** The one decision that is stored, of as many customers. */
  private static ChangeFeed many(ExportShop shop) {
    List<Item> stored = new ArrayList<>();
    shop.changes()
        .forEach(
            CeapTables.CANDIDATES,
            DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
            DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            stored::add);
    Item one = stored.getFirst();
    return (table, from, to, action) -> {
      for (int i = 0; i < ROWS; i++) {
        action.accept(of("C%06d".formatted(i), one));
      }
    };
  }

  private static Item of(String customer, Item stored) {
    Item.Builder item = Item.builder(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      boolean key = stored.name(i).equals(CeapTables.CANDIDATES.partitionKey());
      item.with(stored.name(i), key ? Value.of(customer) : stored.value(i));
    }
    return item.build();
  }
}
