package com.ceap.connectors.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.Attributes;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderConnectorTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final ExtractRequest REQUEST = new ExtractRequest("p", "e", DAY, 1);

  @TempDir private Path folder;

  @Test
  void everyRowIsReadOnceUnderItsColumnsNames() throws IOException {
    write("customer_id,product_id,view_count", "C1,P1,3", "C2,P1,4", "C1,P2,5");

    assertThat(readAll(connector(3)).accepted)
        .extracting(RawRecord::attributes)
        .containsExactlyInAnyOrder(row("C1", "P1", 3), row("C2", "P1", 4), row("C1", "P2", 5));
  }

  @Test
  void allRowsOfACustomerLieInOneChunk() throws IOException {
    write("customer_id,product_id,view_count", "C1,P1,3", "C2,P1,4", "C1,P2,5");
    DataConnector connector = connector(16);

    List<Chunk> chunks = connector.extract(REQUEST).chunks();

    assertThat(chunks)
        .filteredOn(chunk -> read(connector, chunk).customers().contains("C1"))
        .singleElement()
        .satisfies(chunk -> assertThat(read(connector, chunk).accepted).hasSize(2));
  }

  @Test
  void aRowWithoutACustomerIsRejectedWithItsPlace() throws IOException {
    write("customer_id,product_id,view_count", ",P1,3", "C1,P1");

    assertThat(readAll(connector(2)).rejected)
        .containsExactlyInAnyOrder(
            new RejectedRecord("MISSING_CUSTOMER", "customer_id is blank", "2026-11-20.csv:2"),
            new RejectedRecord("BROKEN_ROW", "2 cells for 3 columns", "2026-11-20.csv:3"));
  }

  @Test
  void aDayWithoutAFileIsNamed() {
    assertThatThrownBy(() -> connector(2).extract(REQUEST))
        .hasMessage(
            "connector 'views': there is no file %s; a day's rows lie in {date}.csv",
            folder.resolve("2026-11-20.csv"));
  }

  @Test
  void chunksAreOneToAHundred() {
    assertThatThrownBy(() -> new CsvFolderConfig("x", 0))
        .hasMessage("chunks must be 1 to 100, was 0");
  }

  @Test
  void aProgramNamesItByItsType() throws IOException {
    byte[] yaml = getClass().getResourceAsStream("csv-folder.yaml").readAllBytes();
    Extensions extensions =
        new Extensions(
            ExtensionRegistry.of(List.of(new CsvFolderConnectorFactory())),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()));

    assertThat(new ProgramLoader(extensions).load("csv-folder.yaml", yaml))
        .isInstanceOfSatisfying(
            LoadResult.Loaded.class,
            loaded ->
                assertThat(loaded.program().dataConnectors().getFirst().config())
                    .isEqualTo(new CsvFolderConfig("/data/views", 4)));
  }

  private DataConnector connector(int chunks) {
    return new CsvFolderConnector("views", new CsvFolderConfig(folder.toString(), chunks));
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve(DAY + ".csv"), List.of(lines));
  }

  private static Attributes row(String customer, String product, long views) {
    return Attributes.of(
        Map.of("customer_id", customer, "product_id", product, "view_count", views));
  }

  private static Records readAll(DataConnector connector) {
    Records all = new Records();
    connector.extract(REQUEST).chunks().forEach(chunk -> connector.read(chunk, all));
    return all;
  }

  private static Records read(DataConnector connector, Chunk chunk) {
    Records records = new Records();
    connector.read(chunk, records);
    return records;
  }

  private static final class Records implements RecordSink {
    private final List<RawRecord> accepted = new ArrayList<>();
    private final List<RejectedRecord> rejected = new ArrayList<>();

    @Override
    public void accept(RawRecord record) {
      accepted.add(record);
    }

    @Override
    public void reject(RejectedRecord record) {
      rejected.add(record);
    }

    List<String> customers() {
      return accepted.stream().map(r -> r.attributes().text("customer_id").orElseThrow()).toList();
    }
  }
}
