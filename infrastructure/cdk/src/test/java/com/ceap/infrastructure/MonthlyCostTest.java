package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.lambdas.topology.Topology;
import com.ceap.runtime.metrics.Dimension;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.CeapTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds what the how-to says is charged by the month to what the stacks of {@code dev} have. */
final class MonthlyCostTest {
  private static final Path PAGE = Path.of("../../docs/how-to/deploy.md");

  @Test
  void thePageCountsWhatIsChargedWhileItExists() throws IOException {
    NodeRuntime.assumeInstalled();
    Synthesis dev = Synthesis.of("dev");
    int programs =
        Synthesis.programs(EnvironmentFile.read(Path.of("environments"), "dev"), Synthesis.PROGRAMS)
            .size();

    String table =
        "| what | count | dollars each | dollars |\n|---|---:|---:|---:|\n"
            + row("alarms", count(dev, "AWS::CloudWatch::Alarm"), 0.10)
            + row("dashboards", count(dev, "AWS::CloudWatch::Dashboard"), 3)
            + row("keys of KMS", count(dev, "AWS::KMS::Key"), 1)
            + row("metrics, at most", metrics(programs), 0.30);

    assertThat(Files.readString(PAGE)).as("the page's section By the month").contains(table);
  }

  private static String row(String what, long count, double each) {
    return String.format(
        Locale.ROOT, "| %s | %d | %.2f | %.2f |%n", what, count, each, count * each);
  }

  private static long count(Synthesis synthesis, String type) {
    return synthesis.templates().values().stream()
        .mapToLong(template -> template.findResources(type).size())
        .sum();
  }

  /** Every combination of dimensions is a metric of its own. */
  private static long metrics(int programs) {
    return Arrays.stream(Metric.values())
        .mapToLong(metric -> combinations(metric.dimensions(), programs))
        .sum();
  }

  private static long combinations(List<Dimension> dimensions, int programs) {
    return dimensions.stream()
        .mapToLong(dimension -> values(dimension, programs))
        .reduce(1, (one, other) -> one * other);
  }

  /** How many values a dimension has; of reasons and errors, how many the page assumes. */
  private static long values(Dimension dimension, int programs) {
    return switch (dimension) {
      case ENVIRONMENT -> 1;
      case PROGRAM -> programs;
      case STAGE -> 9;
      case FILTER, REASON, CODE -> 5;
      case CHANNEL, ORIGIN, STATUS -> 3;
      case TABLE -> CeapTables.ALL.size() + 3;
      case CACHE -> 2;
      case ROUTE -> Topology.PLATFORM.routes().size();
    };
  }
}
