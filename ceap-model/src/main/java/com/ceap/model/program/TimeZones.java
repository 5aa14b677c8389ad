package com.ceap.model.program;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Time zones by their names in the IANA database; offsets such as +02:00 are none. */
public final class TimeZones {
  // Sorted, so that the same name is suggested each time.
  private static final SortedSet<String> IDS =
      Collections.unmodifiableSortedSet(new TreeSet<>(ZoneId.getAvailableZoneIds()));

  private TimeZones() {}

  public static Optional<ZoneId> find(String id) {
    return IDS.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }

  /**
   * The zone of a name.
   *
   * @throws IllegalArgumentException naming the nearest known zone
   */
  public static ZoneId require(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("unknown time zone, was '" + id + "'; " + hint(id)));
  }

  /** What would be right instead of an unknown name. */
  static String hint(String id) {
    return NearestName.nearest(id, IDS)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("give a name such as Europe/Berlin");
  }
}
