package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain Java values of YAML where no type is asked for. */
final class RawValue {
  private RawValue() {}

  /** String, Long, Double, Boolean, or List and Map of these; nothing is an empty text. */
  static Object of(YamlValue value) {
    return switch (value) {
      case YamlValue.Nothing _ -> "";
      case YamlValue.Scalar scalar -> scalar.value();
      case YamlValue.Sequence list -> list(list);
      case YamlValue.Mapping block -> map(block);
    };
  }

  private static List<Object> list(YamlValue.Sequence list) {
    List<Object> items = new ArrayList<>();
    list.items().forEach(item -> items.add(of(item)));
    return Collections.unmodifiableList(items);
  }

  private static Map<String, Object> map(YamlValue.Mapping block) {
    Map<String, Object> entries = new LinkedHashMap<>();
    block.entries().forEach(entry -> entries.put(entry.key(), of(entry.value())));
    return Collections.unmodifiableMap(entries);
  }
}
