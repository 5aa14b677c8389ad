package com.ceap.connectors.builtin;

import com.ceap.model.program.Key;
import java.util.Map;
import java.util.Optional;

/** What a program says about a source of type {@code athena}. */
public record AthenaConfig(
    @Key("The database that unqualified tables of the query belong to.") Optional<String> database,
    @Key("The table to read; all of it where there is no query.") Optional<String> table,
    @Key("One SELECT; each ? is bound to the business date, as text yyyy-MM-dd.")
        Optional<String> query,
    @Key(
            value =
                "Canonical name to column, where a column's name does not follow the convention"
                    + " (customer_id, or any spelling of it such as customerId).",
            defaultYaml = "{}")
        Map<String, String> fields,
    @Key(
            value = "The canonical name of the column that identifies the subject.",
            defaultYaml = "product_id")
        String subject) {
  public AthenaConfig {
    if (query.isEmpty() && table.isEmpty()) {
      throw new IllegalArgumentException(
          "neither query nor table is given; name the table to read, or give a query");
    }
    query.ifPresent(SqlText::of);
    fields = Map.copyOf(fields);
  }

  /** The statement to run: the query, or all of the table. */
  public SqlText sql() {
    return SqlText.of(
        query.orElseGet(
            () -> "SELECT * FROM \"" + table.orElseThrow().replace("\"", "\"\"") + "\""));
  }
}
