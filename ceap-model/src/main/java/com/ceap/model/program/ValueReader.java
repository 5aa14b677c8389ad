package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.ceap.model.yaml.YamlValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values as Java types and notes each that does not fit. */
final class ValueReader {
  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /** The value of a key; empty where it does not fit, which is noted. */
  Optional<Object> read(ConfigKey key, YamlValue value) {
    return read(value, key.type(), key);
  }

  /** What holds where a key is absent: its default, or an empty Optional for an Optional key. */
  Optional<Object> absent(ConfigKey key, Place block) {
    if (!key.defaultYaml().isEmpty()) {
      return read(key, defaultValue(key, block));
    }
    boolean optional =
        key.type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    return optional ? Optional.of(Optional.empty()) : Optional.empty();
  }

  private static YamlValue defaultValue(ConfigKey key, Place block) {
    return switch (YamlReader.read(key.defaultYaml())) {
      case YamlReading.Read read -> read.root();
      case YamlReading.Unreadable unreadable ->
          throw new IllegalStateException(
              "the default of "
                  + key.name()
                  + " below '"
                  + block.path()
                  + "' is no YAML: "
                  + unreadable.fault().wrong());
    };
  }

  private Optional<Object> read(YamlValue value, Type type, ConfigKey key) {
    if (type == YamlValue.class) {
      return Optional.of(value);
    }
    if (value instanceof YamlValue.Nothing) {
      problems.add(value.place(), "has no value", "give one or remove the key");
      return Optional.empty();
    }
    return switch (type) {
      case Class<?> plain -> plain(value, plain, key);
      case ParameterizedType generic -> generic(value, generic, key);
      default -> throw new IllegalStateException("no configuration value is read as " + type);
    };
  }

  private Optional<Object> generic(YamlValue value, ParameterizedType type, ConfigKey key) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return read(value, of[0], key).map(Optional::of);
    }
    if (type.getRawType() == List.class) {
      return list(value).flatMap(list -> items(list, of[0], key));
    }
    if (type.getRawType() == Map.class && of[0] == String.class) {
      return block(value).flatMap(block -> entries(block, of[1], key));
    }
    throw new IllegalStateException("no configuration value is read as " + type);
  }

  private Optional<Object> items(YamlValue.Sequence list, Type type, ConfigKey key) {
    List<Object> items = new ArrayList<>();
    list.items().forEach(item -> read(item, type, key).ifPresent(items::add));
    return items.size() == list.items().size()
        ? Optional.of(Collections.unmodifiableList(items))
        : Optional.empty();
  }

  private Optional<Object> entries(YamlValue.Mapping block, Type type, ConfigKey key) {
    Map<String, Object> entries = new LinkedHashMap<>();
    block
        .entries()
        .forEach(
            entry ->
                read(entry.value(), type, key).ifPresent(item -> entries.put(entry.key(), item)));
    return entries.size() == block.entries().size()
        ? Optional.of(Collections.unmodifiableMap(entries))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // isRecord and isEnum are the checks
  private Optional<Object> plain(YamlValue value, Class<?> type, ConfigKey key) {
    if (type == Object.class) {
      return Optional.of(RawValue.of(value));
    }
    if (type == YamlValue.Sequence.class) {
      return list(value).map(list -> (Object) list);
    }
    if (type == YamlValue.Mapping.class) {
      return block(value).map(block -> (Object) block);
    }
    if (type.isRecord()) {
      ConfigShape<?> shape = RecordShape.of((Class<? extends Record>) type);
      return block(value)
          .flatMap(block -> new BlockReader(problems).bind(shape, block))
          .map(bound -> (Object) bound);
    }
    return type.isEnum() ? constant(value, type) : scalar(value, type, key);
  }

  private Optional<Object> scalar(YamlValue value, Class<?> type, ConfigKey key) {
    ScalarType scalarType =
        ScalarType.find(type)
            .orElseThrow(
                () -> new IllegalStateException("no configuration value is read as " + type));
    Optional<Object> read =
        value instanceof YamlValue.Scalar scalar
            ? scalarType.read().apply(scalar.value())
            : Optional.empty();
    if (read.isEmpty()) {
      problems.add(value, scalarType.wrong(), right(scalarType, type, value));
    }
    return read.filter(fits -> inRange(value, fits, key));
  }

  private static String right(ScalarType scalarType, Class<?> type, YamlValue value) {
    return type == ZoneId.class && value instanceof YamlValue.Scalar zone
        ? TimeZones.hint(zone.text())
        : scalarType.right();
  }

  private boolean inRange(YamlValue value, Object read, ConfigKey key) {
    if (!(read instanceof Number number)) {
      return true;
    }
    double given = number.doubleValue();
    if (given >= key.min() && given <= key.max()) {
      return true;
    }
    String limit =
        given < key.min()
            ? "must be at least " + plainNumber(key.min())
            : "must be at most " + plainNumber(key.max());
    problems.add(value, limit, key.doc());
    return false;
  }

  private static String plainNumber(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private Optional<Object> constant(YamlValue value, Class<?> type) {
    Map<String, Object> constants = EnumNames.of(type);
    Optional<Object> found =
        value instanceof YamlValue.Scalar scalar
            ? Optional.ofNullable(constants.get(scalar.text()))
            : Optional.empty();
    if (found.isEmpty()) {
      String given = value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
      problems.add(value, "not known", NearestName.hint(given, constants.keySet(), "values"));
    }
    return found;
  }

  private Optional<YamlValue.Sequence> list(YamlValue value) {
    if (value instanceof YamlValue.Sequence list) {
      return Optional.of(list);
    }
    problems.add(value, "must be a list", "write [a, b], or a line with '- ' for each item");
    return Optional.empty();
  }

  private Optional<YamlValue.Mapping> block(YamlValue value) {
    if (value instanceof YamlValue.Mapping block) {
      return Optional.of(block);
    }
    problems.add(value, "must be a block of keys", "write each as 'key: value'");
    return Optional.empty();
  }
}
