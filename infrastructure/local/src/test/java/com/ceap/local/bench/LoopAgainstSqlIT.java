package com.ceap.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two floors do the same work, or comparing with them would mean nothing. */
class LoopAgainstSqlIT {
  @TempDir Path folder;

  @Test
  void theLoopAndTheSqlDecideAlike() throws Exception {
    SampleShop.generate(SampleShopConfig.of(20_000, 3, BenchFolder.DATE, folder));
    SqlOracle.Answer sql = SqlOracle.decide(folder, BenchFolder.DATE, BenchFolder.NOW, 2);
    SinglePurposeLoop.Outcome loop =
        SinglePurposeLoop.decide(folder, BenchFolder.DATE, BenchFolder.NOW, 2);
    assertThat(loop.funnel()).isEqualTo(sql.funnel());
    assertThat(loop.scores()).hasSameSizeAs(sql.survivors());
    double sum = loop.scores().values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(sql.scoreSum(), within(1e-9));
  }
}
