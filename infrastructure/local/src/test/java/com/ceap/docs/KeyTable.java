package com.ceap.docs;

import com.ceap.model.program.ConfigKey;
import com.ceap.model.program.ProgramKeys;
import com.ceap.model.yaml.YamlValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a block as a Markdown table; the keys of a nested block follow with their path. */
final class KeyTable {
  private final StringBuilder out = new StringBuilder();

  private KeyTable() {}

  static String of(List<ConfigKey> keys) {
    KeyTable table = new KeyTable();
    table.out.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    table.rows("", keys);
    return table.out.toString();
  }

  private void rows(String path, List<ConfigKey> keys) {
    for (ConfigKey key : keys) {
      out.append(
          "| `%s%s` | %s%s | %s | %s |\n"
              .formatted(
                  path, key.name(), name(key.type()), range(key), otherwise(key), cell(key.doc())));
      nested(path + key.name(), key.type());
    }
  }

  private void nested(String path, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type item = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      nested(path + (generic.getRawType() == List.class ? "[]" : ""), item);
    } else if (type instanceof Class<?> c && c.isRecord() && !isTree(c)) {
      rows(path + ".", ProgramKeys.of(c.asSubclass(Record.class)));
    }
  }

  private static String name(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String item = name(arguments[arguments.length - 1]);
      return generic.getRawType() == List.class
          ? "list of " + item + (item.equals("block") ? "s" : "")
          : generic.getRawType() == Map.class ? item + " by name" : item;
    }
    return name((Class<?>) type);
  }

  private static String name(Class<?> type) {
    if (type.isEnum()) {
      return String.join(", ", ProgramKeys.constants(type));
    }
    if (type.isRecord() && !isTree(type)) {
      return "block";
    }
    return switch (type.getSimpleName()) {
      case "String" -> "text";
      case "int", "Integer", "long", "Long" -> "whole number";
      case "double", "Double" -> "number";
      case "boolean", "Boolean" -> "true or false";
      case "LocalTime" -> "time of day";
      case "ZoneId" -> "time zone";
      case "Sequence" -> "list of blocks";
      case "Mapping" -> "block";
      case "Object" -> "text, number, true or false";
      default -> throw new IllegalStateException("no words for the type " + type.getName());
    };
  }

  private static boolean isTree(Class<?> type) {
    return YamlValue.class.isAssignableFrom(type);
  }

  private static String range(ConfigKey key) {
    Optional<String> min = bound(key.min());
    Optional<String> max = bound(key.max());
    if (min.isPresent() && max.isPresent()) {
      return ", " + min.get() + " to " + max.get();
    }
    return min.map(m -> ", at least " + m).or(() -> max.map(m -> ", at most " + m)).orElse("");
  }

  private static Optional<String> bound(double value) {
    return Double.isInfinite(value)
        ? Optional.empty()
        : Optional.of(value == (long) value ? Long.toString((long) value) : "" + value);
  }

  private static String otherwise(ConfigKey key) {
    if (key.required()) {
      return "required";
    }
    return key.defaultYaml().isEmpty() ? "" : "`" + key.defaultYaml() + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
