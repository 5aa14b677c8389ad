package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What could be read of a block of keys.
 *
 * @param values the typed values by key, defaults filled in; a key whose value did not fit is
 *     missing
 * @param readable whether no key was missing or wrong
 * @param known whether no key was unknown
 */
record Block(
    YamlValue.Mapping source, Map<String, Object> values, boolean readable, boolean known) {
  Block {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  boolean complete() {
    return readable && known;
  }

  boolean holdsAny(List<ConfigKey> keys) {
    return keys.stream().anyMatch(key -> source.find(key.name()).isPresent());
  }

  /** The value of a key of that type, Optional or not. */
  <T> Optional<T> find(String key, Class<T> type) {
    Object value = values.get(key);
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return type.isInstance(inner) ? Optional.of(type.cast(inner)) : Optional.empty();
  }

  Optional<String> text(String key) {
    return find(key, String.class);
  }

  boolean flag(String key) {
    return find(key, Boolean.class).orElse(false);
  }

  int whole(String key) {
    return find(key, Integer.class).orElse(0);
  }

  double number(String key) {
    return find(key, Double.class).orElse(0.0);
  }

  /** The items of a list; none where the key is absent or wrong. */
  List<YamlValue> items(String key) {
    return find(key, YamlValue.Sequence.class).map(YamlValue.Sequence::items).orElse(List.of());
  }

  /** Where the value of a key stands, or the block where it is absent. */
  Place place(String key) {
    return source.find(key).map(YamlValue::place).orElse(source.place());
  }
}
