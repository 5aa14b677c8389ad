package com.ceap.runtime.metrics.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.metrics.Sums;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** What CloudWatch finds in a function's log. */
@ResourceLock(Resources.SYSTEM_OUT)
class LoggedMeasurementsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatIsToldApartAlikeSharesALine() throws Exception {
    List<JsonNode> lines =
        written(
            sums -> {
              sums.put(Metric.STAGE_IN.of(2, "carts", "reactive"));
              sums.put(Metric.STAGE_IN.of(3, "carts", "reactive"));
              sums.put(Metric.STAGE_OUT.of(1, "carts", "reactive"));
              sums.put(Metric.STAGE_TIME.of(1.5, "carts", "reactive"));
              sums.put(Metric.STAGE_TIME.of(2.5, "carts", "reactive"));
            });

    assertThat(lines).hasSize(1);
    JsonNode line = lines.getFirst();
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("CEAP");
    assertThat(directive.at("/Dimensions/0")).hasSize(3);
    assertThat(line.path("Environment").asText()).isEqualTo("dev");
    assertThat(line.path("Program").asText()).isEqualTo("carts");
    assertThat(line.path("Stage").asText()).isEqualTo("reactive");
    assertThat(line.path("StageIn").asDouble()).isEqualTo(5);
    assertThat(line.path("StageOut").asDouble()).isEqualTo(1);
    assertThat(line.path("StageTime")).extracting(JsonNode::asDouble).containsExactly(1.5, 2.5);
  }

  @Test
  void aMetricIsToldApartByWhatItSaysAndByNothingElse() throws Exception {
    for (Metric metric : Metric.values()) {
      String[] values = metric.dimensions().stream().map(Enum::name).toArray(String[]::new);

      JsonNode line = written(sums -> sums.put(metric.of(1, values))).getFirst();

      assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0"))
          .as(metric.label())
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(metric.labels());
    }
  }

  @Test
  void valuesThatCloudWatchWouldNotTakeAreMadeFit() throws Exception {
    JsonNode line =
        written(sums -> sums.put(Metric.REJECTED.of(1, "carts", "my filter", ""))).getFirst();

    assertThat(line.path("Filter").asText()).isEqualTo("my_filter");
    assertThat(line.path("Reason").asText()).isEqualTo("none");
  }

  @Test
  void whatWasWrittenIsNotWrittenAgain() throws Exception {
    List<JsonNode> lines =
        written(
            sums -> {
              sums.put(Metric.STAGE_IN.of(2, "carts", "reactive"));
              sums.flush();
            });

    assertThat(lines).hasSize(1);
  }

  private interface Work {
    void on(Sums sums);
  }

  private static List<JsonNode> written(Work work) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Sums sums = new Sums(new LoggedMeasurements(MetricsFactory.getMetricsInstance(), "dev"));
      work.on(sums);
      sums.flush();
    } finally {
      System.setOut(before);
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : bytes.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
