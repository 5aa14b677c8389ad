package com.ceap.lambdas.events;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns an event's detail into attributes: names become canonical as those of a warehouse's columns
 * do, text loses what could break out of a line. Problems never repeat a name that the publisher
 * chose. Thread-safe.
 */
final class DetailAttributes {
  private static final int MOST_FIELDS = 100;

  /** DynamoDB nests 32 levels; a candidate's item has some of its own. */
  private static final int MOST_LEVELS = 8;

  private static final int NAME_LENGTH = 64;
  private static final int NAMES_REMEMBERED = 1000;

  private final Set<String> leftOut;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Events of a program mostly have the same fields in the same order. */
  private volatile AttributeSchema latest = AttributeSchema.EMPTY;

  DetailAttributes(Set<String> leftOut) {
    this.leftOut = Set.copyOf(leftOut);
  }

  Attributes read(JsonNode detail, EventProblems problems) {
    if (detail.size() > MOST_FIELDS) {
      problems.wrong(
          "detail", "an object of at most " + MOST_FIELDS + " fields", "one of " + detail.size());
      return Attributes.EMPTY;
    }
    List<String> found = new ArrayList<>(detail.size());
    List<Object> values = new ArrayList<>(detail.size());
    for (Map.Entry<String, JsonNode> field : detail.properties()) {
      if (!leftOut.contains(field.getKey()) && !field.getValue().isNull()) {
        found.add(name(field.getKey(), problems));
        values.add(value(field.getValue(), 1, problems));
      }
    }
    AttributeSchema schema = schema(found, problems);
    return problems.isEmpty() ? new Attributes(schema, values.toArray()) : Attributes.EMPTY;
  }

  private AttributeSchema schema(List<String> found, EventProblems problems) {
    AttributeSchema schema = latest;
    if (schema.names().equals(found)) {
      return schema;
    }
    if (new HashSet<>(found).size() < found.size()) {
      twice(problems);
      return AttributeSchema.EMPTY;
    }
    schema = new AttributeSchema(found);
    latest = schema;
    return schema;
  }

  private Object value(JsonNode node, int level, EventProblems problems) {
    return switch (node.getNodeType()) {
      case STRING -> EventText.clean(node.textValue());
      case NUMBER -> number(node, problems);
      case BOOLEAN -> node.booleanValue();
      case ARRAY -> list(node, level, problems);
      case OBJECT -> map(node, level, problems);
      case NULL, MISSING, BINARY, POJO -> "";
    };
  }

  private static Object number(JsonNode node, EventProblems problems) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    double number = node.doubleValue();
    if (!Double.isFinite(number)) {
      problems.wrong("a number of detail", "at most 1.7e308", "more");
    }
    return number;
  }

  private List<Object> list(JsonNode node, int level, EventProblems problems) {
    List<Object> values = new ArrayList<>(node.size());
    if (isTooDeep(level, problems)) {
      return values;
    }
    for (JsonNode element : node) {
      if (!element.isNull()) {
        values.add(value(element, level + 1, problems));
      }
    }
    return values;
  }

  private Map<String, Object> map(JsonNode node, int level, EventProblems problems) {
    Map<String, Object> values = LinkedHashMap.newLinkedHashMap(node.size());
    if (isTooDeep(level, problems)) {
      return values;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull()) {
        String name = name(field.getKey(), problems);
        if (values.put(name, value(field.getValue(), level + 1, problems)) != null) {
          twice(problems);
        }
      }
    }
    return values;
  }

  private static boolean isTooDeep(int level, EventProblems problems) {
    if (level >= MOST_LEVELS) {
      problems.wrong("detail", "nested at most " + MOST_LEVELS + " levels deep", "deeper");
    }
    return level >= MOST_LEVELS;
  }

  private static void twice(EventProblems problems) {
    problems.wrong(
        "each field of detail", "given once, in whatever spelling of its name", "given twice");
  }

  private String name(String field, EventProblems problems) {
    String known = names.get(field);
    if (known != null) {
      return known;
    }
    String name = CanonicalName.of(field);
    if (!isName(name)) {
      problems.wrong(
          "the name of a field of detail",
          "1 to " + NAME_LENGTH + " letters, digits and underscores",
          "another");
    } else if (names.size() < NAMES_REMEMBERED) {
      names.put(field, name);
    }
    return name;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= NAME_LENGTH
        && name.codePoints().allMatch(point -> point == '_' || Character.isLetterOrDigit(point));
  }
}
