package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads blocks of keys and notes each key that is unknown, missing or wrong. */
final class BlockReader {
  private final Problems problems;
  private final ValueReader values;

  BlockReader(Problems problems) {
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** The typed configuration; empty where anything was wrong, which is noted. */
  <C> Optional<C> bind(ConfigShape<C> shape, YamlValue.Mapping source) {
    Block block = read(shape.keys(), source);
    // Beside an unknown key the others are still checked, unless there are none.
    boolean checkable = block.known() || block.holdsAny(shape.keys());
    if (!block.readable() || !checkable) {
      return Optional.empty();
    }
    try {
      return Optional.of(shape.reader().apply(block.values())).filter(_ -> block.known());
    } catch (IllegalArgumentException refusal) {
      problems.add(meant(source, refusal), refusal);
      return Optional.empty();
    }
  }

  /** A refusal that begins with a key of the block means its value. */
  private static Place meant(YamlValue.Mapping source, IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return source.entries().stream()
        .filter(entry -> message.startsWith(entry.key() + " "))
        .map(entry -> entry.value().place())
        .findFirst()
        .orElse(source.place());
  }

  /** Whatever can be read of a block. */
  Block read(List<ConfigKey> keys, YamlValue.Mapping source) {
    boolean known = checkNames(keys, source);
    Map<String, Object> read = new LinkedHashMap<>();
    boolean readable = true;
    for (ConfigKey key : keys) {
      Optional<YamlValue> given = source.find(key.name());
      Optional<Object> value =
          given.isPresent() ? values.read(key, given.get()) : values.absent(key, source.place());
      value.ifPresent(present -> read.put(key.name(), present));
      readable &= value.isPresent() || (given.isEmpty() && !key.required());
      if (given.isEmpty() && key.required()) {
        missing(key, source.place());
      }
    }
    return new Block(source, read, readable, known);
  }

  private boolean checkNames(List<ConfigKey> keys, YamlValue.Mapping source) {
    List<String> names = keys.stream().map(ConfigKey::name).toList();
    List<YamlValue.Entry> unknown =
        source.entries().stream().filter(entry -> !names.contains(entry.key())).toList();
    unknown.forEach(
        entry ->
            problems.add(
                entry.place(), "unknown key", NearestName.hint(entry.key(), names, "keys")));
    return unknown.isEmpty();
  }

  private void missing(ConfigKey key, Place block) {
    problems.add(block.key(key.name(), block.line()), "missing", key.doc());
  }
}
