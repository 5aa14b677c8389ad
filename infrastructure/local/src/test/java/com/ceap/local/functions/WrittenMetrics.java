package com.ceap.local.functions;

import com.ceap.runtime.metrics.Metric;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The metrics in a function's log, as CloudWatch reads them there. */
final class WrittenMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WrittenMetrics() {}

  /**
   * One metric of one line.
   *
   * @param dimensions values by name
   * @param sum of its values
   */
  record Written(String name, Map<String, String> dimensions, double sum) {
    /**
     * Whether somebody finds it who looks for something such as {@code StageIn{Environment,
     * Program=p, Stage=etl}}: the same dimensions, and the values that are given; programs and
     * channels differ from one environment to the other.
     */
    boolean isWhat(LookedAt wanted) {
      return name.equals(wanted.name())
          && dimensions.keySet().equals(wanted.dimensions().keySet())
          && wanted.dimensions().entrySet().stream()
              .filter(entry -> !entry.getValue().isEmpty())
              .filter(entry -> !entry.getKey().equals("Program"))
              .filter(entry -> !entry.getKey().equals("Channel"))
              .allMatch(entry -> entry.getValue().equals(dimensions.get(entry.getKey())));
    }
  }

  /**
   * What an alarm or a page looks at.
   *
   * @param dimensions values by name, blank for all
   */
  record LookedAt(String name, Map<String, String> dimensions) {
    static LookedAt read(String line) {
      Map<String, String> dimensions = new TreeMap<>();
      int open = line.indexOf('{');
      for (String one : line.substring(open + 1, line.length() - 1).split(",", -1)) {
        String[] parts = one.split("=", 2);
        dimensions.put(parts[0], parts.length < 2 ? "" : parts[1]);
      }
      return new LookedAt(line.substring(0, open), dimensions);
    }
  }

  static List<Written> of(String log) {
    List<Written> all = new ArrayList<>();
    log.lines().filter(line -> line.contains("CloudWatchMetrics")).forEach(line -> add(line, all));
    return all;
  }

  private static void add(String text, List<Written> all) {
    JsonNode line = read(text);
    for (JsonNode group : line.at("/_aws/CloudWatchMetrics")) {
      if (group.path("Namespace").asText().equals(Metric.NAMESPACE)) {
        for (JsonNode names : group.path("Dimensions")) {
          Map<String, String> dimensions = new TreeMap<>();
          names.forEach(name -> dimensions.put(name.asText(), line.path(name.asText()).asText()));
          group
              .path("Metrics")
              .forEach(metric -> all.add(written(line, metric.path("Name").asText(), dimensions)));
        }
      }
    }
  }

  private static Written written(JsonNode line, String name, Map<String, String> dimensions) {
    double sum = line.path(name).asDouble();
    for (JsonNode one : line.path(name)) {
      sum += one.asDouble();
    }
    return new Written(name, dimensions, sum);
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no line of metrics: " + line, e);
    }
  }
}
