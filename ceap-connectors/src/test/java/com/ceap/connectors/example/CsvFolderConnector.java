package com.ceap.connectors.example;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Reads one CSV file a day; every chunk reads the file and keeps its own customers' rows. */
record CsvFolderConnector(String connectorId, CsvFolderConfig config) implements DataConnector {
  @Override
  public Extract extract(ExtractRequest request) {
    Path file = Path.of(config.folder()).resolve(request.businessDate() + ".csv");
    if (!Files.exists(file)) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_MISSING,
          "connector '%s': there is no file %s; a day's rows lie in {date}.csv"
              .formatted(connectorId, file));
    }
    int count = config.chunks();
    List<String> locations = List.of(file.toString());
    return new Extract(
        IntStream.range(0, count)
            .mapToObj(i -> new Chunk(connectorId, i, count, locations, request.businessDate()))
            .toList(),
        List.of());
  }

  @Override
  public void read(Chunk chunk, RecordSink sink) {
    Path file = Path.of(chunk.locations().getFirst());
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      CsvRows rows = new CsvRows(connectorId, file.getFileName().toString(), lines.readLine());
      String line;
      for (long row = 2; (line = lines.readLine()) != null; row++) {
        rows.read(line, row, chunk, sink);
      }
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE,
          "connector '%s': cannot read %s".formatted(connectorId, file),
          e);
    }
  }
}
