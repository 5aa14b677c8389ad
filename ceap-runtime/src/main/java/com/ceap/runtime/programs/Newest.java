package com.ceap.runtime.programs;

import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest version of each program, as far as it can be read: one that cannot keeps no other from
 * its work, and is not taken for withdrawn either.
 *
 * @param unreadable why each of the others cannot be read, by its id
 */
public record Newest(List<Program> readable, SortedMap<String, CeapException> unreadable) {
  public Newest {
    readable = List.copyOf(readable);
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }

  /** Programs all of which can be read. */
  public static Newest of(Collection<Program> all) {
    return new Newest(List.copyOf(all), new TreeMap<>(Map.of()));
  }

  /**
   * All of them, for whom one that is missing would be missed.
   *
   * @throws CeapException PROGRAM_UNREADABLE
   */
  public List<Program> all() {
    unreadable
        .values()
        .forEach(
            why -> {
              throw why;
            });
    return readable;
  }
}
