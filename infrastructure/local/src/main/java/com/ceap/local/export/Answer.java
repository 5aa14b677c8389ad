package com.ceap.local.export;

import java.util.List;

/**
 * What a query answered.
 *
 * @param rows as text, null where there is no value
 * @param json each row as a JSON object
 * @param more whether there are more rows than were asked for
 */
public record Answer(
    List<String> columns, List<List<String>> rows, List<String> json, boolean more) {
  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    json = List.copyOf(json);
  }
}
