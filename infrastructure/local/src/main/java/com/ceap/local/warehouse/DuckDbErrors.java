package com.ceap.local.warehouse;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What the engine's errors mean to us. */
public final class DuckDbErrors {
  private DuckDbErrors() {}

  /**
   * The error to raise; it carries the engine's first line only, since the rest points into SQL
   * that we wrapped. It carries no value of a row, and therefore not the engine's error as cause.
   *
   * @param tables the tables there are, for an error about one that is missing
   */
  public static CeapException of(SQLException e, String what, Optional<Set<String>> tables) {
    String message = firstLine(e);
    String kind = message.contains(":") ? message.substring(0, message.indexOf(':')) : message;
    return switch (kind) {
      case "Catalog Error" -> invalid(what, message + tables.map(DuckDbErrors::known).orElse(""));
      case "Parser Error", "Binder Error", "Permission Error" -> invalid(what, message);
      case "Conversion Error", "Invalid Input Error", "Invalid Error", "Out of Range Error" ->
          invalid(what, withoutValues(message));
      default ->
          new CeapException(
              ErrorCode.WAREHOUSE_UNAVAILABLE,
              "%s failed: %s".formatted(what, withoutValues(message)));
    };
  }

  private static CeapException invalid(String what, String message) {
    return new CeapException(
        ErrorCode.QUERY_INVALID, "%s cannot be run: %s".formatted(what, message));
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  private static String known(Set<String> tables) {
    return tables.isEmpty()
        ? " (the warehouse folder holds no tables)"
        : " (the warehouse folder holds " + String.join(", ", tables) + ")";
  }

  /** Errors about data quote it, and it may be a customer's. */
  private static String withoutValues(String message) {
    return message.replaceAll("\"[^\"]*\"|'[^']*@[^']*'", "\"…\"");
  }
}
