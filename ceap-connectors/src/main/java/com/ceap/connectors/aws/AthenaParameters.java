package com.ceap.connectors.aws;

import java.util.regex.Pattern;

/**
 * How values are written as ExecutionParameters: as SQL literals, text in single quotes (Athena
 * user guide, "Use parameterized queries"; there too: positional, and only in WHERE).
 */
final class AthenaParameters {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private AthenaParameters() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Dates as DATE literals, other values as text. */
  static String typed(String value) {
    return DATE.matcher(value).matches() ? "DATE " + text(value) : text(value);
  }
}
