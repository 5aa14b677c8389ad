package com.ceap.channels.builtin;

import com.ceap.model.program.ConfigKey;
import com.ceap.model.program.ConfigShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** Reads a configuration by its shape the way the loader does, without the loader's reports. */
final class Configs {
  private Configs() {}

  static <C> C read(ConfigShape<C> shape, String yaml) {
    Map<String, Object> given = new Yaml().load(yaml);
    Set<String> unknown = new TreeSet<>(given.keySet());
    Map<String, Object> values = new HashMap<>();
    for (ConfigKey key : shape.keys()) {
      unknown.remove(key.name());
      values.put(key.name(), value(key, given));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown keys " + unknown);
    }
    return shape.reader().apply(values);
  }

  private static Object value(ConfigKey key, Map<String, Object> given) {
    boolean optional = key.type().getTypeName().startsWith("java.util.Optional");
    if (!given.containsKey(key.name()) && key.required()) {
      throw new IllegalArgumentException("required key " + key.name() + " is missing");
    }
    if (optional) {
      return Optional.ofNullable(given.get(key.name()));
    }
    Object value =
        given.containsKey(key.name())
            ? given.get(key.name())
            : new Yaml().<Object>load(key.defaultYaml());
    if (key.type() instanceof Class<?> type && type.isEnum()) {
      return constant(type, (String) value);
    }
    return key.type() == double.class ? ((Number) value).doubleValue() : value;
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.toString().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + type));
  }
}
