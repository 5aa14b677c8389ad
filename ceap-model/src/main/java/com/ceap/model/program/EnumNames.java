package com.ceap.model.program;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Enum constants as YAML writes them: lower case, words joined by a hyphen. */
final class EnumNames {
  private EnumNames() {}

  static Map<String, Object> of(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      constants.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return constants;
  }
}
