package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the columns of a file are. */
final class Header {
  /** What to do about columns that the kind does not know. */
  enum Unknown {
    /** Each is an error: a person wrote this file for us. */
    REFUSED,
    /** Passed over, unless it looks like a misspelt one of ours: a table may serve others too. */
    IGNORED
  }

  private final Map<String, Integer> positions;

  private Header(Map<String, Integer> positions) {
    this.positions = positions;
  }

  /**
   * Reads the names of the columns.
   *
   * @param source what the message calls the file
   * @throws CeapException IMPORT_INVALID with every problem
   */
  static Header of(ReferenceKind kind, List<String> names, Unknown unknown, String source) {
    Map<String, Integer> positions = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT);
      if (positions.putIfAbsent(name, i) != null) {
        problems.add("the column '" + name + "' is there twice");
      }
    }
    for (String name : positions.keySet().stream().sorted().toList()) {
      unknown(kind, name, positions, unknown, problems);
    }
    for (String column : kind.required()) {
      if (!positions.containsKey(column)) {
        problems.add("the column '" + column + "' is missing");
      }
    }
    require(problems, kind, source);
    positions.keySet().retainAll(kind.columns());
    return new Header(positions);
  }

  private static void unknown(
      ReferenceKind kind,
      String name,
      Map<String, Integer> positions,
      Unknown unknown,
      List<String> problems) {
    if (kind.columns().contains(name)) {
      return;
    }
    List<String> absent =
        kind.columns().stream().filter(column -> !positions.containsKey(column)).toList();
    NearestName.nearest(name, absent)
        .map(nearest -> "the column '" + name + "' is unknown; did you mean '" + nearest + "'?")
        .ifPresentOrElse(
            problems::add,
            () -> {
              if (unknown == Unknown.REFUSED) {
                problems.add("the column '" + name + "' is unknown");
              }
            });
  }

  private static void require(List<String> problems, ReferenceKind kind, String source) {
    if (!problems.isEmpty()) {
      throw new CeapException(
          ErrorCode.IMPORT_INVALID,
          "%s: %s (columns of %s: %s; required: %s). Nothing was imported from it."
              .formatted(
                  source,
                  String.join("; ", problems),
                  kind.table(),
                  String.join(", ", kind.columns()),
                  String.join(", ", kind.required())));
    }
  }

  /** The position of a column, or −1. */
  int position(String column) {
    return positions.getOrDefault(column, -1);
  }
}
