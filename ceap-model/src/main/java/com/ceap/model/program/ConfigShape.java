package com.ceap.model.program;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which keys a configuration block may hold, and how its values become the typed configuration.
 *
 * @param keys the keys allowed; any other is a problem
 * @param reader makes the configuration of values that were already read as the keys' types; throws
 *     IllegalArgumentException with what is wrong and what would be right
 */
public record ConfigShape<C>(List<ConfigKey> keys, Function<Map<String, Object>, C> reader) {
  public ConfigShape {
    keys = List.copyOf(keys);
  }

  /** The shape of a record whose components carry {@link Key}. */
  public static <R extends Record> ConfigShape<R> of(Class<R> type) {
    return RecordShape.of(type);
  }
}
