package com.ceap.connectors.builtin;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into tokens; comments and blanks are left out. */
final class SqlTokens {
  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /**
   * The tokens in their order.
   *
   * @throws IllegalArgumentException on a literal, a name, a comment or a parenthesis left open
   */
  static List<SqlToken> of(String sql) {
    SqlTokens reader = new SqlTokens(sql);
    while (reader.at < sql.length()) {
      reader.step();
    }
    if (reader.depth != 0) {
      throw new IllegalArgumentException("the query's parentheses do not match");
    }
    return reader.tokens;
  }

  private void step() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      at = end < 0 ? sql.length() : end;
    } else if (sql.startsWith("/*", at)) {
      at = endOf("*/", at + 2, "comment") + 2;
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else if (SqlToken.isWordPart(c)) {
      word();
    } else {
      sign(c);
    }
  }

  private void quoted(char quote) {
    int end = at + 1;
    while (true) {
      end = endOf(String.valueOf(quote), end, quote == '"' ? "quoted name" : "text literal") + 1;
      if (end >= sql.length() || sql.charAt(end) != quote) {
        break;
      }
      end++;
    }
    add(end);
  }

  private void word() {
    int end = at;
    while (end < sql.length() && SqlToken.isWordPart(sql.charAt(end))) {
      end++;
    }
    add(end);
  }

  private void sign(char c) {
    if (c == ')' && --depth < 0) {
      throw new IllegalArgumentException("the query's parentheses do not match");
    }
    add(at + 1);
    if (c == '(') {
      depth++;
    }
  }

  private void add(int end) {
    tokens.add(new SqlToken(sql.substring(at, end), at, depth));
    at = end;
  }

  private int endOf(String mark, int from, String what) {
    int end = sql.indexOf(mark, from);
    if (end < 0) {
      throw new IllegalArgumentException(
          "the query's " + what + " at offset " + at + " never ends");
    }
    return end;
  }
}
