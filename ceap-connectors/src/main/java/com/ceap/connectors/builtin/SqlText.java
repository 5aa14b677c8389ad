package com.ceap.connectors.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One SELECT statement as text, and what can be seen of it without an engine: its parameters and
 * the names of its answer's columns. Literals, quoted names and comments are told apart.
 */
public final class SqlText {
  private final String text;
  private final List<SqlToken> tokens;

  private SqlText(String text, List<SqlToken> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Reads a statement; a semicolon at its end is left out.
   *
   * @throws IllegalArgumentException where the text is no single SELECT
   */
  public static SqlText of(String sql) {
    List<SqlToken> tokens = new ArrayList<>(SqlTokens.of(sql));
    int end = sql.length();
    while (!tokens.isEmpty() && tokens.getLast().is(";")) {
      end = tokens.removeLast().start();
    }
    if (tokens.isEmpty() || !(tokens.getFirst().is("select") || tokens.getFirst().is("with"))) {
      throw new IllegalArgumentException("the query should be one SELECT (or WITH … SELECT)");
    }
    if (tokens.stream().anyMatch(token -> token.is(";"))) {
      throw new IllegalArgumentException(
          "the query holds more than one statement; it should be one SELECT");
    }
    return new SqlText(sql.substring(0, end).strip(), List.copyOf(tokens));
  }

  public String text() {
    return text;
  }

  /** How many {@code ?} wait for a value. */
  public int parameters() {
    return Math.toIntExact(tokens.stream().filter(token -> token.is("?")).count());
  }

  /** The answer's columns as the select list names them; empty where a star hides them. */
  public List<String> columns() {
    List<String> names = new ArrayList<>();
    for (List<SqlToken> item : selectItems()) {
      SqlToken last = item.getLast();
      if (last.is("*") && (item.size() == 1 || item.get(item.size() - 2).is("."))) {
        return List.of();
      }
      if (last.isName()) {
        names.add(last.name());
      }
    }
    return List.copyOf(names);
  }

  private List<List<SqlToken>> selectItems() {
    List<List<SqlToken>> items = new ArrayList<>();
    List<SqlToken> item = new ArrayList<>();
    for (SqlToken token : selectList()) {
      if (token.is(",") && token.depth() == 0) {
        items.add(item);
        item = new ArrayList<>();
      } else {
        item.add(token);
      }
    }
    items.add(item);
    items.removeIf(List::isEmpty);
    return items;
  }

  private List<SqlToken> selectList() {
    List<SqlToken> top = tokens;
    int start = position(top, "select", 0) + 1;
    if (start < top.size() && (top.get(start).is("distinct") || top.get(start).is("all"))) {
      start++;
    }
    int end = position(top, "from", start);
    return top.subList(start, end < 0 ? top.size() : end);
  }

  private static int position(List<SqlToken> tokens, String word, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).depth() == 0 && tokens.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the statement speaks of a name, as a table or otherwise; case does not matter. */
  public boolean mentions(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return tokens.stream()
        .anyMatch(token -> token.isName() && token.name().toLowerCase(Locale.ROOT).equals(wanted));
  }

  /** The names that stand as {@code database.name} before a name. */
  public List<String> qualifiers(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.get(i).isName()
          && tokens.get(i).name().equalsIgnoreCase(name)
          && tokens.get(i - 1).is(".")
          && tokens.get(i - 2).isName()) {
        found.add(tokens.get(i - 2).name());
      }
    }
    return found.stream().distinct().toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
