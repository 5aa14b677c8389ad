package com.ceap.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Customer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFormatsIT {
  private static final String CSV =
      "customer_id,status,name,payment_method_on_file\nC1,active,Zoë 李,true\n";

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
  void csvMayBeginWithAByteOrderMark() throws IOException {
    holds(fixture.write("c.csv", ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void csvMayHaveWindowsLineEnds() throws IOException {
    holds(fixture.write("c.csv", CSV.replace("\n", "\r\n")));
  }

  @Test
  void csvMayBeSeparatedBySemicolonTabOrBar() throws IOException {
    holds(fixture.write("a.csv", CSV.replace(',', ';')));
    holds(fixture.write("b.tsv", CSV.replace(',', '\t')));
    holds(fixture.write("c.csv", CSV.replace(',', '|')));
  }

  @Test
  void csvMayBeGzipped() throws IOException {
    holds(fixture.gzip("c.csv.gz", CSV));
  }

  @Test
  void jsonLinesMayBeGzipped() throws IOException {
    String line =
        "{\"customer_id\":\"C1\",\"status\":\"active\",\"name\":\"Zoë 李\","
            + "\"payment_method_on_file\":true,\"email\":null}\n";

    holds(fixture.write("c.jsonl", line));
    holds(fixture.gzip("c.ndjson.gz", line));
  }

  @Test
  void parquetIsReadByItsColumnNames() throws Exception {
    Path file = folder.resolve("c.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT true AS payment_method_on_file, 'C1' AS customer_id, 'Zoë 李' AS name,"
              + " 'active' AS status, TIMESTAMP '2026-01-02 03:04:05' AS updated_at) TO '"
              + file
              + "' (FORMAT parquet)");
    }

    holds(file);
  }

  private void holds(Path file) {
    ImportReport report = fixture.load(ReferenceKind.CUSTOMERS, file);

    assertThat(report.problems()).isEmpty();
    assertThat(report.imported()).isEqualTo(1);
    Customer customer = fixture.stores.customers().customers(Set.of("C1")).get("C1");
    assertThat(customer.name()).isEqualTo(Optional.of("Zoë 李"));
    assertThat(customer.paymentMethodOnFile()).isTrue();
  }
}
