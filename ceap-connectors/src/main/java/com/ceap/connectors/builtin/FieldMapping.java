package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.Chunk;
import com.ceap.model.AttributeSchema;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column of an answer becomes which attribute, by convention and by override. */
final class FieldMapping {
  static final String CUSTOMER = "customer_id";

  private final Map<String, String> columnByName;
  private final Map<String, String> nameByColumn;
  private final String subject;

  /**
   * A mapping.
   *
   * @param fields canonical name to column
   * @param subject the canonical name of the subject's id
   */
  FieldMapping(Map<String, String> fields, String subject) {
    this.columnByName = Map.copyOf(fields);
    this.nameByColumn =
        fields.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getValue().toLowerCase(Locale.ROOT),
                    Map.Entry::getKey,
                    FieldMapping::twice));
    this.subject = subject;
  }

  private static String twice(String one, String other) {
    throw new IllegalArgumentException(
        "fields.%s and fields.%s name the same column; give each field a column of its own"
            .formatted(one, other));
  }

  String customerColumn() {
    return columnByName.getOrDefault(CUSTOMER, CUSTOMER);
  }

  String canonical(String column) {
    String given = nameByColumn.get(column.toLowerCase(Locale.ROOT));
    return given == null ? CanonicalName.of(column) : given;
  }

  /**
   * Resolves the columns of an answer once, so that a row costs one array.
   *
   * @throws CeapException QUERY_INVALID where the customer, the subject or an overridden column is
   *     missing, or two columns mean the same attribute
   */
  RowMapper mapper(List<String> columns, Chunk chunk) {
    List<String> names = columns.stream().map(this::canonical).toList();
    checkUnique(columns, names, chunk.connectorId());
    checkPresent(columns, names, chunk.connectorId());
    return new RowMapper(
        new AttributeSchema(names), names.indexOf(CUSTOMER), names.indexOf(subject), chunk);
  }

  private static void checkUnique(List<String> columns, List<String> names, String connectorId) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String other = seen.put(names.get(i), columns.get(i));
      if (other != null) {
        throw new CeapException(
            ErrorCode.QUERY_INVALID,
            "connector '%s': columns '%s' and '%s' both mean %s; rename one in the query (AS …)"
                .formatted(connectorId, other, columns.get(i), names.get(i)));
      }
    }
  }

  private void checkPresent(List<String> columns, List<String> names, String connectorId) {
    for (Map.Entry<String, String> field : columnByName.entrySet()) {
      require(names, field.getKey(), field.getValue(), columns, connectorId);
    }
    require(names, CUSTOMER, CUSTOMER, columns, connectorId);
    require(names, subject, subject, columns, connectorId);
  }

  private static void require(
      List<String> names, String name, String column, List<String> columns, String connectorId) {
    if (!names.contains(name)) {
      throw new CeapException(
          ErrorCode.QUERY_INVALID,
          ("connector '%s': the query's answer has no column %s for %s; it has %s."
                  + " Select it, or name its column under config.fields.%s")
              .formatted(connectorId, column, name, String.join(", ", columns), name));
    }
  }
}
