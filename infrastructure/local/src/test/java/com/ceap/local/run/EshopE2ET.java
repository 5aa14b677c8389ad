package com.ceap.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program by YAML alone, on the clicks of a real shop. */
class EshopE2ET {
  @TempDir Path data;

  @Test
  void aYamlAloneRunsOnTheClicksOfARealShop() {
    Path clicks = LocalRuns.home().resolveSibling("shared/data/eshop_clothing_2008");
    assumeTrue(Files.isDirectory(clicks), "skipped: the folder " + clicks + " is not here");
    RunSummary run = LocalRuns.run(data, LocalRuns.program("eshop-2008"), clicks);
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.raw()).isEqualTo(148_345);
    assertThat(run.unique()).isEqualTo(148_345);
    assertThat(run.filters())
        .singleElement()
        .satisfies(
            filter ->
                assertThat(filter.reasons()).isEqualTo(Map.of("BELOW_MIN_VIEW_COUNT", 145_888L)));
    assertThat(run.stored()).isEqualTo(2_457);
    assertThat(LocalRuns.stored(data, "eshop-2008", "in-app")).hasSize(2_457);
  }
}
