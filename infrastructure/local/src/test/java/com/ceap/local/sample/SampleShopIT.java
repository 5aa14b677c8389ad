package com.ceap.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleShopIT {
  private static final LocalDate DATE = LocalDate.of(2026, 1, 17);

  @TempDir Path folder;

  @Test
  void theSameSeedMakesTheSameRows() throws SQLException {
    List<String> first = contents(generate("first", 5_000, 11));
    assertThat(contents(generate("second", 5_000, 11))).isEqualTo(first);
    assertThat(contents(generate("other", 5_000, 12))).doesNotContainAnyElementsOf(first);
  }

  @Test
  void csvHoldsTheSameInteractionsAsParquet() throws SQLException {
    Path parquet = generate("parquet", 2_000, 11);
    Path csv = folder.resolve("csv");
    SampleShop.generate(SampleShopConfig.of(2_000, 11, DATE, csv).withFormat(TableFormat.CSV));
    String bad = "product_interactions WHERE customer_id IS NULL OR customer_id = ''";
    try (Warehouse a = new Warehouse(parquet, TableFormat.PARQUET);
        Warehouse b = new Warehouse(csv, TableFormat.CSV)) {
      assertThat(b.count("product_interactions")).isEqualTo(2_000);
      assertThat(b.count(bad)).isEqualTo(a.count(bad));
      String sum = "SELECT sum(view_count + time_spent) FROM product_interactions";
      assertThat(b.text(sum)).isEqualTo(a.text(sum));
    }
  }

  @Test
  void aTableIsReplacedWhateverItsFormatWas() throws IOException {
    SampleShopConfig config = SampleShopConfig.of(100, 1, DATE, folder);
    SampleShop.generate(config.withFormat(TableFormat.CSV));
    SampleShop.generate(config);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Warehouse.TABLES.stream().map(table -> table + ".parquet").toList());
    }
  }

  @Test
  void aShopWithoutInteractionsHasItsOneCustomer() {
    Map<String, Long> rows = SampleShop.generate(SampleShopConfig.of(0, 1, DATE, folder));
    assertThat(rows)
        .containsEntry("product_interactions", 0L)
        .containsEntry("purchases", 0L)
        .containsEntry("products", 2_000L);
    assertThat(rows.get("customers")).isLessThanOrEqualTo(1);
  }

  @Test
  void oneCustomerAndOneProductTakeAllInteractions() throws SQLException {
    SampleShop.generate(
        new SampleShopConfig(1, 500, 1, 3, DATE, folder, TableFormat.PARQUET, SampleProgress.NONE));
    try (Warehouse shop = new Warehouse(folder, TableFormat.PARQUET)) {
      assertThat(shop.count("product_interactions")).isEqualTo(500);
      assertThat(shop.count("(SELECT DISTINCT product_id FROM product_interactions)")).isEqualTo(1);
    }
  }

  @Test
  void progressEndsWithEachTableWhole() {
    Set<String> whole = new LinkedHashSet<>();
    SampleProgress progress =
        (table, done, total) -> {
          if (done == total) {
            whole.add(table);
          }
        };
    SampleShop.generate(
        new SampleShopConfig(10, 100, 50, 1, DATE, folder, TableFormat.PARQUET, progress));
    assertThat(whole).containsExactlyInAnyOrderElementsOf(Warehouse.TABLES);
  }

  @Test
  void aShopWithoutCustomersIsRefused() {
    assertThatThrownBy(
            () ->
                new SampleShopConfig(
                    0, 10, 10, 1, DATE, folder, TableFormat.PARQUET, SampleProgress.NONE))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID))
        .hasMessage("a sample shop needs at least 1 customers, not 0");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> SampleShop.generate(SampleShopConfig.of(10, 1, DATE, file)))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_UNAVAILABLE))
        .hasMessageStartingWith("cannot write the sample shop to " + file + ": ");
  }

  private Path generate(String name, long interactions, long seed) {
    Path out = folder.resolve(name);
    SampleShop.generate(SampleShopConfig.of(interactions, seed, DATE, out));
    return out;
  }

  private static List<String> contents(Path folder) throws SQLException {
    List<String> contents = new ArrayList<>();
    try (Warehouse shop = new Warehouse(folder, TableFormat.PARQUET)) {
      for (String table : Warehouse.TABLES) {
        contents.add(shop.contents(table));
      }
    }
    return contents;
  }
}
