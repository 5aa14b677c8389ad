package com.ceap.lambdas.events;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns an event's detail into attributes: names become canonical as those of a warehouse's columns
 * do, text loses what could break out of a line. Thread-safe.
 */
final class DetailAttributes {
  private static final int MOST_FIELDS = 100;
  private static final int NAME_LENGTH = 64;

  /** DynamoDB nests 32 levels; a candidate's item has some of its own. */
  private static final int MOST_LEVELS = 8;

  private static final int NAMES_REMEMBERED = 1000;

  private final Set<String> leftOut;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Events of a program mostly have the same fields in the same order. */
  private volatile AttributeSchema latest = AttributeSchema.EMPTY;

  DetailAttributes(Set<String> leftOut) {
    this.leftOut = Set.copyOf(leftOut);
  }

  Attributes read(JsonNode detail, EventProblems problems) {
    List<String> found = new ArrayList<>(detail.size());
    List<Object> values = new ArrayList<>(detail.size());
    for (Map.Entry<String, JsonNode> field : detail.properties()) {
      if (!leftOut.contains(field.getKey()) && !field.getValue().isNull()) {
        String name = name(field.getKey(), problems);
        found.add(name);
        values.add(value(field.getValue(), "detail." + name, 1, problems));
      }
    }
    if (found.size() > MOST_FIELDS) {
      problems.wrong("detail", "an object of at most " + MOST_FIELDS + " fields", detail);
    }
    return new Attributes(schema(found, problems), values.toArray());
  }

  private AttributeSchema schema(List<String> found, EventProblems problems) {
    AttributeSchema schema = latest;
    if (schema.names().equals(found)) {
      return schema;
    }
    for (String name : found) {
      if (found.indexOf(name) != found.lastIndexOf(name)) {
        problems.twice("detail." + name);
      }
    }
    schema = new AttributeSchema(problems.isEmpty() ? found : numbered(found));
    latest = schema;
    return schema;
  }
}
