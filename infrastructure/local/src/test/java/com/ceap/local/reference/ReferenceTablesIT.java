package com.ceap.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceTablesIT {
  private static final String HEAD = "customer_id,status\n";

  @TempDir private Path folder;
  private ImportFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ImportFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void tablesAreKnownByTheirNamesAndOthersLeftAlone() throws IOException {
    fixture.write("shop/customers.csv", HEAD + "C1,active\n");
    fixture.write("shop/products/part-1.csv", "product_id,in_stock,active\nP1,true,true\n");
    fixture.write("shop/products/part-2.csv", "product_id,in_stock,active\nP2,true,true\n");
    fixture.write("shop/clicks.csv", "whatever\n1\n");

    assertThat(load("shop"))
        .extracting(report -> report.kind() + " " + report.rows())
        .containsExactly("CUSTOMERS 1", "PRODUCTS 1", "PRODUCTS 1");
    assertThat(fixture.stores.products().products(Set.of("P1", "P2"))).hasSize(2);
  }

  @Test
  void whatIsUnchangedIsNotLoadedAgain() throws IOException {
    Path file = fixture.write("shop/customers.csv", HEAD + "C1,active\n");

    assertThat(load("shop")).hasSize(1);
    assertThat(load("shop")).isEmpty();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(load("shop")).as("the same bytes, written again").isEmpty();
    fixture.write("shop/customers.csv", HEAD + "C1,closed\n");
    assertThat(load("shop")).hasSize(1);
  }

  @Test
  void anotherFolderIsLoadedEvenIfItWasLoadedOnceBefore() throws IOException {
    fixture.write("a/customers.csv", HEAD + "C1,active\n");
    fixture.write("b/customers.csv", HEAD + "C1,closed\n");

    assertThat(load("a")).hasSize(1);
    assertThat(load("b")).hasSize(1);
    assertThat(load("a")).hasSize(1);
  }

  @Test
  void aTableMayHaveMoreColumnsThanWeKnowButNoMisspeltOnes() throws IOException {
    fixture.write("a/customers.csv", "customer_id,status,shoe_size\nC1,active,44\n");
    fixture.write("b/customers.csv", "customer_id,status,time_zoen\nC1,active,UTC\n");

    assertThat(load("a")).hasSize(1);
    assertThatThrownBy(() -> load("b"))
        .hasMessageContaining("the column 'time_zoen' is unknown; did you mean 'time_zone'?");
  }

  private List<ImportReport> load(String warehouse) {
    return fixture.referenceTables().load(folder.resolve(warehouse), ImportProgress.NONE);
  }
}
