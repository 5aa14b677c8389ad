package com.ceap.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.connectors.builtin.AthenaConfig;
import com.ceap.connectors.builtin.AthenaDataConnector;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clicks of a real shop; skipped where ../shared/data is not there. */
class EshopWarehouseIT {
  private static final String QUERY =
      """
      SELECT "session ID" AS customer_id, "page 2 (clothing model)" AS product_id,
             count(*) AS view_count, CAST(max("page 1 (main category)") AS VARCHAR) AS category,
             max(price) AS price
      FROM eshop_clothing_2008
      GROUP BY 1, 2""";

  @TempDir private Path spill;

  @Test
  void theClicksOfARealShopAreItsSessionsAndProducts() {
    Path data = data();
    assumeTrue(Files.isDirectory(data), () -> "no real data at " + data + "; see ../shared/data");
    try (DuckDbWarehouse warehouse = DuckDbWarehouse.open(data, spill, DuckDbLimits.DEFAULT)) {
      DataConnector connector =
          new AthenaDataConnector(
              "clicks",
              new AthenaConfig(
                  Optional.empty(), Optional.empty(), Optional.of(QUERY), Map.of(), "product_id"),
              warehouse);
      Extract extract =
          connector.extract(new ExtractRequest("p", "e", LocalDate.parse("2008-08-13"), 1));
      Counts counts = new Counts();
      extract.chunks().forEach(chunk -> connector.read(chunk, counts));

      assertThat(extract.rejected()).isEmpty();
      assertThat(counts.rejected).isZero();
      assertThat(counts.records).isEqualTo(148_345);
      assertThat(counts.clicks).isEqualTo(165_474);
      assertThat(counts.seenThrice).isEqualTo(2_457);
    }
  }

  private static Path data() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("programs"))) {
      at = at.getParent();
    }
    return at.resolve("../shared/data/eshop_clothing_2008").normalize();
  }

  private static final class Counts implements RecordSink {
    private long records;
    private long rejected;
    private long clicks;
    private long seenThrice;

    @Override
    public void accept(RawRecord row) {
      long views = row.attributes().integer("view_count").orElse(0);
      records++;
      clicks += views;
      seenThrice += views >= 3 ? 1 : 0;
    }

    @Override
    public void reject(RejectedRecord row) {
      rejected++;
    }
  }
}
