package com.ceap.infrastructure;

import com.ceap.runtime.metrics.Metric;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.assertions.Template;

/**
 * The platform's own metrics that a template's alarms and pages look at, such as {@code
 * StageIn{Environment,Program=p,Stage=etl}}; a dimension without a value means all of its values.
 */
final class LookedAtMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code ["CEAP","StageIn","Environment","prod",…}, as a page names one metric. */
  private static final Pattern NAMED =
      Pattern.compile("\\[\"" + Metric.NAMESPACE + "\"((?:,\"[^\"]*\")+)");

  /** {@code {CEAP,Environment,Program} MetricName="StageIn" Environment="prod" …}. */
  private static final Pattern SOUGHT =
      Pattern.compile("\\{" + Metric.NAMESPACE + ",([^}]+)} MetricName=\"(\\w+)\"([^']*)'");

  private static final Pattern GIVEN = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private LookedAtMetrics() {}

  static void add(Template template, Set<String> lookedAt) {
    for (Map<String, Object> alarm : Resources.of(template, "AWS::CloudWatch::Alarm")) {
      JsonNode json = JSON.valueToTree(alarm);
      add(json, lookedAt);
      json.path("Metrics").forEach(one -> add(one.path("MetricStat").path("Metric"), lookedAt));
    }
    for (Map<String, Object> page : Resources.of(template, "AWS::CloudWatch::Dashboard")) {
      String body = text(JSON.valueToTree(page.get("DashboardBody")));
      NAMED.matcher(body).results().forEach(found -> lookedAt.add(named(found.group(1))));
      Matcher sought = SOUGHT.matcher(body.replace("\\\"", "\""));
      while (sought.find()) {
        lookedAt.add(sought(sought.group(2), sought.group(1), sought.group(3)));
      }
    }
  }

  private static void add(JsonNode metric, Set<String> lookedAt) {
    if (metric.path("Namespace").asText().equals(Metric.NAMESPACE)) {
      Map<String, String> dimensions = new TreeMap<>();
      metric
          .path("Dimensions")
          .forEach(one -> dimensions.put(one.path("Name").asText(), one.path("Value").asText()));
      lookedAt.add(line(metric.path("MetricName").asText(), dimensions));
    }
  }

  /** Bodies are joined of texts and tokens. */
  private static String text(JsonNode body) {
    StringBuilder text = new StringBuilder();
    body.path("Fn::Join").path(1).forEach(part -> text.append(part.asText("")));
    return text.isEmpty() ? body.asText() : text.toString();
  }

  private static String named(String parts) {
    List<String> names =
        new ArrayList<>(List.of(parts.substring(2).replace("\"", "").split(",", -1)));
    Map<String, String> dimensions = new TreeMap<>();
    for (int i = 1; i + 1 < names.size(); i += 2) {
      dimensions.put(names.get(i), names.get(i + 1));
    }
    return line(names.getFirst(), dimensions);
  }

  private static String sought(String name, String schema, String given) {
    Map<String, String> dimensions = new TreeMap<>();
    for (String dimension : schema.split(",", -1)) {
      dimensions.put(dimension, "");
    }
    GIVEN.matcher(given).results().forEach(one -> dimensions.put(one.group(1), one.group(2)));
    return line(name, dimensions);
  }

  /** Environments differ in nothing but their name. */
  private static String line(String name, Map<String, String> dimensions) {
    dimensions.put("Environment", "");
    List<String> parts = new ArrayList<>();
    dimensions.forEach((key, value) -> parts.add(value.isEmpty() ? key : key + "=" + value));
    return name + "{" + String.join(",", parts) + "}";
  }
}
