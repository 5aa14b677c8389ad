package com.ceap.local.bench.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is the common request, and the bare query is the one that it makes. */
class ServingMeasurementIT {
  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();

  private ServingFigures measure(long candidates) {
    progress.clear();
    return ServingChild.measure(
        new ServingLoad(
            folder, ProjectRoot.find(), StoreKind.EMBEDDED, candidates, Duration.ofMillis(100)),
        progress::add);
  }

  @Test
  void theRequestOfAHomeScreenIsOneQuery() {
    ServingFigures figures = measure(105);
    assertThat(figures.candidates()).isEqualTo(100);
    assertThat(figures.calls()).isEqualTo(1);
    assertThat(figures.saturation().least()).isPositive();
    assertThat(figures.rate()).isEqualTo(figures.saturation().median() / 2);
    assertThat(figures.api().requests()).isPositive().isEqualTo(figures.bare().requests());
    assertThat(figures.bytes()).isGreaterThan(figures.bareBytes());
    assertThat(figures.bareBytes()).isPositive();
  }

  @Test
  void whatIsLoadedServesTheNextTime() {
    measure(100);
    assertThat(progress).contains("loading: 10 of 10 customers");
    measure(100);
    assertThat(progress).containsExactly("warming up", "measuring");
    assertThat(measure(50).candidates()).isEqualTo(50);
    assertThat(progress).contains("loading: 5 of 5 customers");
  }

  @Test
  void whatAProcessIsStartedWithComesThrough() {
    ServingLoad load =
        new ServingLoad(
            folder, Path.of("/ceap"), StoreKind.DYNAMODB_LOCAL, 7, Duration.ofSeconds(3));
    assertThat(ServingLoad.of(load.arguments())).isEqualTo(load);
    assertThat(load.data()).isEqualTo(folder.resolve("serving-dynamodb-local"));
  }
}
