package com.ceap.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.local.model.OnlineShoppers.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineShoppersIT {
  @Test
  void realSessionsAreRankedClearlyBetterThanByChance() {
    Path data = root().resolve("../shared/data/online_shoppers_intention");
    assumeTrue(Files.isDirectory(data), data + " is not there");
    assertThat(OnlineShoppers.evaluate(data, 7))
        .isInstanceOfSatisfying(
            Outcome.Evaluated.class,
            outcome -> {
              assertThat(outcome.behaviour().quality().auc()).isBetween(0.62, 0.75);
              assertThat(outcome.everything().quality().auc()).isBetween(0.70, 0.85);
              assertThat(outcome.everything().quality().calibrationError()).isLessThan(0.04);
              assertThat(outcome.everything().quality().brier())
                  .isLessThan(outcome.everything().baseRate().brier());
              assertThat(outcome.everything().columns()).noneMatch(c -> c.contains("page_values"));
            });
  }

  @Test
  void withoutTheDataItSaysSo(@TempDir Path empty) {
    Path file = empty.resolve("online_shoppers_intention.csv.gz");
    assertThat(OnlineShoppers.evaluate(empty, 7))
        .isEqualTo(
            new Outcome.Skipped("no evaluation on real sessions: " + file + " is not there"));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return Files.isDirectory(folder.resolve("programs")) ? folder : Path.of("../..");
  }
}
