package com.ceap.lambdas.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A day's figures as JSON; the same figures make the same text. */
final class MetricsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private MetricsJson() {}

  static String text(DayMetrics day) {
    return tree(day).toPrettyString();
  }

  static ObjectNode tree(DayMetrics day) {
    ObjectNode json = JSON.createObjectNode();
    json.put("programId", day.programId());
    json.put("day", day.day().toString());
    json.set("runs", JSON.valueToTree(day.runs()));
    json.set("candidates", JSON.valueToTree(day.candidates()));
    ArrayNode groups = json.putArray("groups");
    day.groups().forEach((group, figures) -> groups.add(group(group, figures)));
    json.set("shares", amounts(day.shares()));
    ArrayNode products = json.putArray("products");
    day.products().values().forEach(product -> products.add(product(product)));
    return json;
  }

  private static ObjectNode group(Group group, Figures figures) {
    ObjectNode json = JSON.valueToTree(group);
    json.put("sent", figures.sent());
    json.put("unknown", figures.unknown());
    json.put("shadowed", figures.shadowed());
    json.set("suppressed", JSON.valueToTree(figures.suppressed()));
    json.set("failed", JSON.valueToTree(figures.failed()));
    json.put("delivered", figures.delivered());
    json.put("bounced", figures.bounced());
    json.put("opened", figures.opened());
    json.put("clicked", figures.clicked());
    json.put("machines", figures.machines());
    json.put("complained", figures.complained());
    json.put("unsubscribed", figures.unsubscribed());
    json.put("converted", figures.converted());
    json.set("orders", JSON.valueToTree(figures.orders()));
    json.set("revenue", amounts(figures.revenue().amounts()));
    json.set("discount", amounts(figures.discount().amounts()));
    json.set("cost", amounts(figures.cost().amounts()));
    json.set("showings", JSON.valueToTree(figures.showings()));
    return json;
  }

  private static ObjectNode product(ProductFigures product) {
    ObjectNode json = JSON.createObjectNode();
    json.put("productId", product.productId()).put("converted", product.converted());
    json.set("revenue", amounts(product.revenue().amounts()));
    return json;
  }

  /** As texts, so that no reader makes binary fractions of money. */
  private static ObjectNode amounts(SortedMap<String, BigDecimal> amounts) {
    ObjectNode json = JSON.createObjectNode();
    amounts.forEach((name, amount) -> json.put(name, amount.toPlainString()));
    return json;
  }

  static DayMetrics read(InputStream in) throws IOException {
    JsonNode json = JSON.readTree(in);
    SortedMap<Group, Figures> groups = new TreeMap<>();
    json.path("groups").forEach(group -> groups.put(group(group), figures(group)));
    SortedMap<String, ProductFigures> products = new TreeMap<>();
    json.path("products")
        .forEach(
            product ->
                products.put(
                    product.path("productId").asText(),
                    new ProductFigures(
                        product.path("productId").asText(),
                        product.path("converted").asLong(),
                        money(product.path("revenue")))));
    return new DayMetrics(
        json.path("programId").asText(),
        LocalDate.parse(json.path("day").asText()),
        runs(json.path("runs")),
        counts(json.path("candidates")),
        groups,
        amounts(json.path("shares")),
        products);
  }

  private static List<RunFigures> runs(JsonNode json) {
    List<RunFigures> runs = new ArrayList<>();
    json.forEach(run -> runs.add(JSON.convertValue(run, RunFigures.class)));
    return runs;
  }

  private static Group group(JsonNode json) {
    return new Group(
        json.path("channel").asText(),
        json.path("channelType").asText(),
        json.path("touch").asInt(),
        json.path("treatment").asText());
  }

  private static Figures figures(JsonNode json) {
    return new Figures(
        json.path("sent").asLong(),
        json.path("unknown").asLong(),
        json.path("shadowed").asLong(),
        counts(json.path("suppressed")),
        counts(json.path("failed")),
        json.path("delivered").asLong(),
        json.path("bounced").asLong(),
        json.path("opened").asLong(),
        json.path("clicked").asLong(),
        json.path("machines").asLong(),
        json.path("complained").asLong(),
        json.path("unsubscribed").asLong(),
        counts(json.path("orders")),
        money(json.path("revenue")),
        money(json.path("discount")),
        money(json.path("cost")),
        showings(json.path("showings")));
  }

  /** Days that an older release wrote have none. */
  private static Showings showings(JsonNode json) {
    return json.isMissingNode() ? Showings.NONE : JSON.convertValue(json, Showings.class);
  }

  private static SortedMap<String, Long> counts(JsonNode json) {
    return JSON.convertValue(json, new TypeReference<TreeMap<String, Long>>() {});
  }

  private static Money money(JsonNode json) {
    return new Money(amounts(json));
  }

  private static SortedMap<String, BigDecimal> amounts(JsonNode json) {
    SortedMap<String, BigDecimal> amounts = new TreeMap<>();
    json.properties()
        .forEach(entry -> amounts.put(entry.getKey(), new BigDecimal(entry.getValue().asText())));
    return amounts;
  }
}
