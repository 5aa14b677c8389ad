package com.ceap.local.functions;

import com.ceap.lambdas.changes.ItemJson;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Update.Change;
import com.ceap.storage.table.Value;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads DynamoDB's expressions as the platform's adapter writes them: a placeholder for every name
 * and value, parentheses around every part of AND, OR and NOT. Used once, by one thread.
 */
final class ExpressionText {
  private static final Pattern TOKEN = Pattern.compile("[(),]|[<>=]+|[^\\s(),<>=]+");

  private final Deque<String> tokens;
  private final JsonNode names;
  private final Item values;

  /**
   * @param request holds ExpressionAttributeNames and ExpressionAttributeValues
   * @param expression blank where there is none
   */
  ExpressionText(JsonNode request, String expression) {
    this.tokens =
        new ArrayDeque<>(TOKEN.matcher(expression).results().map(MatchResult::group).toList());
    this.names = request.path("ExpressionAttributeNames");
    this.values = ItemJson.read(request.path("ExpressionAttributeValues"));
  }

  Condition condition() {
    return tokens.isEmpty() ? Condition.ALWAYS : parts();
  }

  private Condition parts() {
    List<Condition> parts = new ArrayList<>(List.of(part()));
    boolean all = "AND".equals(tokens.peek());
    while (accept(all ? "AND" : "OR")) {
      parts.add(part());
    }
    return switch (parts.size()) {
      case 1 -> parts.getFirst();
      default -> all ? new Condition.AllOf(parts) : new Condition.AnyOf(parts);
    };
  }

  private Condition part() {
    if (accept("NOT")) {
      return Condition.not(enclosed());
    }
    if (accept("attribute_exists")) {
      take("(");
      String attribute = name();
      take(")");
      return Condition.has(attribute);
    }
    return "(".equals(tokens.peek()) ? enclosed() : comparison();
  }

  private Condition enclosed() {
    take("(");
    Condition inner = parts();
    take(")");
    return inner;
  }

  private Condition comparison() {
    String attribute = name();
    String is = tokens.remove();
    return Condition.compare(attribute, is(is), value());
  }

  private static Condition.Is is(String operator) {
    return switch (operator) {
      case "=" -> Condition.Is.EQUAL;
      case "<" -> Condition.Is.LESS;
      case "<=" -> Condition.Is.AT_MOST;
      case ">" -> Condition.Is.GREATER;
      case ">=" -> Condition.Is.AT_LEAST;
      default -> throw new IllegalArgumentException("no comparison is written " + operator);
    };
  }

  Update update() {
    List<Change> changes = new ArrayList<>();
    String clause = "";
    while (!tokens.isEmpty()) {
      if (!tokens.peek().startsWith("#")) {
        clause = tokens.remove();
      } else {
        changes.add(change(clause));
        accept(",");
      }
    }
    return new Update(changes);
  }

  private Change change(String clause) {
    String attribute = name();
    return switch (clause) {
      case "SET" -> {
        take("=");
        yield Update.put(attribute, value());
      }
      case "ADD" -> new Update.Add(attribute, (Num) value());
      case "REMOVE" -> Update.drop(attribute);
      default -> throw new IllegalArgumentException("no clause of an update is called " + clause);
    };
  }

  /** The partition and the range of sort keys that a query wants. */
  Query query() {
    var _ = name();
    take("=");
    Query query = Query.of(text(value()));
    if (!accept("AND")) {
      return query;
    }
    if (accept("begins_with")) {
      take("(");
      var _ = name();
      take(",");
      return query.beginsWith(text(value()));
    }
    var _ = name();
    take("BETWEEN");
    Value low = value();
    take("AND");
    return query.between(low, value());
  }

  private static String text(Value value) {
    return ((Value.Text) value).text();
  }

  private String name() {
    return names.path(tokens.remove()).textValue();
  }

  private Value value() {
    String placeholder = tokens.remove();
    return values
        .find(placeholder)
        .orElseThrow(() -> new IllegalArgumentException("no value of " + placeholder));
  }

  private boolean accept(String token) {
    return token.equals(tokens.peek()) && token.equals(tokens.remove());
  }

  private void take(String token) {
    String found = tokens.remove();
    if (!found.equals(token)) {
      throw new IllegalArgumentException("expected %s, found %s".formatted(token, found));
    }
  }
}
