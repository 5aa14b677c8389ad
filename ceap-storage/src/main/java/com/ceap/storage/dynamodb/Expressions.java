package com.ceap.storage.dynamodb;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.SortRange;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Conditions, updates and ranges in DynamoDB's expression language, with a placeholder for every
 * name and value. One instance serves one request.
 */
final class Expressions {

  private final String partitionKey;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  Expressions(String partitionKey) {
    this.partitionKey = partitionKey;
  }

  /** The SDK leaves out of a request what is null; DynamoDB refuses what is empty. */
  static String orUnset(String expression) {
    return expression.isEmpty() ? null : expression;
  }

  /** The SDK leaves out of a request what is null; DynamoDB refuses what is empty. */
  static <T> Map<String, T> orUnset(Map<String, T> placeholders) {
    return placeholders.isEmpty() ? null : placeholders;
  }

  /** The names by placeholder. */
  Map<String, String> names() {
    Map<String, String> byPlaceholder = new LinkedHashMap<>();
    names.forEach((name, placeholder) -> byPlaceholder.put(placeholder, name));
    return byPlaceholder;
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  String name(String attribute) {
    return names.computeIfAbsent(attribute, _ -> "#n" + names.size());
  }

  String value(Value value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, AttributeValues.of(value));
    return placeholder;
  }

  String condition(Condition condition) {
    return switch (condition) {
      case Condition.Always _ -> "";
      case Condition.ItemExists _ -> exists(partitionKey);
      case Condition.Has(String attribute) -> exists(attribute);
      case Condition.Compare(String attribute, Condition.Is is, Value value) ->
          name(attribute) + " " + operator(is) + " " + value(value);
      case Condition.AllOf(List<Condition> all) -> joined(all, " AND ");
      case Condition.AnyOf(List<Condition> any) -> joined(any, " OR ");
      case Condition.Not(Condition inner) -> "NOT (" + condition(inner) + ")";
    };
  }

  String update(Update update) {
    List<String> sets = new ArrayList<>();
    List<String> adds = new ArrayList<>();
    List<String> removes = new ArrayList<>();
    for (Update.Change change : update.changes()) {
      String name = name(change.attribute());
      switch (change) {
        case Update.Put put -> sets.add(name + " = " + value(put.value()));
        case Update.Add add -> adds.add(name + " " + value(add.number()));
        case Update.Drop _ -> removes.add(name);
      }
    }
    return clause("SET", sets) + clause("ADD", adds) + clause("REMOVE", removes);
  }

  String keyCondition(String partition, String partitionValue, String sort, SortRange range) {
    String equal = name(partition) + " = " + value(Value.of(partitionValue));
    return switch (range) {
      case SortRange.All _ -> equal;
      case SortRange.BeginsWith(String prefix) ->
          equal + " AND begins_with(" + name(sort) + ", " + value(Value.of(prefix)) + ")";
      case SortRange.Between(Value low, Value high) ->
          equal + " AND " + name(sort) + " BETWEEN " + value(low) + " AND " + value(high);
    };
  }

  private String exists(String attribute) {
    return "attribute_exists(" + name(attribute) + ")";
  }

  private String joined(List<Condition> conditions, String operator) {
    return conditions.stream()
        .map(condition -> "(" + condition(condition) + ")")
        .collect(Collectors.joining(operator));
  }

  private static String operator(Condition.Is is) {
    return switch (is) {
      case EQUAL -> "=";
      case LESS -> "<";
      case AT_MOST -> "<=";
      case GREATER -> ">";
      case AT_LEAST -> ">=";
    };
  }

  private static String clause(String keyword, List<String> parts) {
    return parts.isEmpty() ? "" : keyword + " " + String.join(", ", parts) + " ";
  }
}
