package com.ceap.filters;

import com.ceap.model.program.ConfigKey;
import com.ceap.model.program.ConfigShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** Reads parameters by their shape the way the loader does, without the loader's reports. */
public final class Parameters {
  private Parameters() {}

  public static <C> C read(ConfigShape<C> shape, Map<String, ?> given) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    Map<String, Object> values = new HashMap<>();
    for (ConfigKey key : shape.keys()) {
      unknown.remove(key.name());
      if (key.type().getTypeName().startsWith("java.util.Optional")) {
        values.put(key.name(), Optional.ofNullable(given.get(key.name())));
      } else if (given.containsKey(key.name())) {
        values.put(key.name(), typed(key, given.get(key.name())));
      } else if (!key.defaultYaml().isEmpty()) {
        values.put(key.name(), new Yaml().load(key.defaultYaml()));
      } else if (key.required()) {
        throw new IllegalArgumentException("required key " + key.name() + " is missing");
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown keys " + unknown);
    }
    return shape.reader().apply(values);
  }

  private static Object typed(ConfigKey key, Object value) {
    return key.type() == double.class ? ((Number) value).doubleValue() : value;
  }
}
