package com.ceap.model.program;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a program's rows.
 *
 * @param all whether these are all; false where a source cannot tell
 */
record Columns(Set<String> names, boolean all) {
  Columns {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  static Columns unknown() {
    return new Columns(Set.of(), false);
  }

  static Columns of(List<String> names) {
    return names.isEmpty() ? unknown() : new Columns(Set.copyOf(names), true);
  }

  /** The columns of both. */
  Columns and(Columns other) {
    TreeSet<String> both = new TreeSet<>(names);
    both.addAll(other.names());
    return new Columns(both, all && other.all());
  }

  boolean deliver(String column) {
    return names.contains(column);
  }

  /** Whether a column surely does not come. */
  boolean lack(String column) {
    return all && !names.contains(column);
  }
}
