package com.ceap.infrastructure.environment;

import com.ceap.model.program.NearestName;
import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes typed settings out of a block of keys, and notes all that is wrong with it. */
final class SettingsBlock {
  private final YamlValue.Mapping block;
  private final SettingsProblems problems;
  private final Set<String> known = new TreeSet<>();

  SettingsBlock(YamlValue.Mapping block, SettingsProblems problems) {
    this.block = block;
    this.problems = problems;
  }

  /** A text; the empty one where it is wrong. */
  String text(String key, String pattern, String right) {
    return optional(key, pattern, right, true).orElse("");
  }

  Optional<String> optional(String key, String pattern, String right) {
    return optional(key, pattern, right, false);
  }

  private Optional<String> optional(String key, String pattern, String right, boolean required) {
    Optional<YamlValue> value = value(key, right, required);
    return value.flatMap(given -> text(given, pattern, right));
  }

  private Optional<String> text(YamlValue value, String pattern, String right) {
    if (value instanceof YamlValue.Scalar(_, String text, _) && text.matches(pattern)) {
      return Optional.of(text);
    }
    problems.wrong(value, right);
    return Optional.empty();
  }

  boolean flag(String key) {
    Optional<YamlValue> value = value(key, "true or false", true);
    if (value.isPresent() && value.get() instanceof YamlValue.Scalar(_, Boolean flag, _)) {
      return flag;
    }
    value.ifPresent(wrong -> problems.wrong(wrong, "true or false"));
    return false;
  }

  int count(String key, int min, int max) {
    String right = min + " to " + max;
    Optional<YamlValue> value = value(key, right, true);
    if (value.isPresent()
        && value.get() instanceof YamlValue.Scalar(_, Long count, _)
        && count >= min
        && count <= max) {
      return count.intValue();
    }
    value.ifPresent(wrong -> problems.wrong(wrong, right));
    return min;
  }

  /** One of some counts. */
  int oneOf(String key, Set<Integer> allowed) {
    String right = "one of " + new TreeSet<>(allowed);
    Optional<YamlValue> value = value(key, right, true);
    if (value.isPresent()
        && value.get() instanceof YamlValue.Scalar(_, Long count, _)
        && allowed.contains(count.intValue())) {
      return count.intValue();
    }
    value.ifPresent(wrong -> problems.wrong(wrong, right));
    return allowed.iterator().next();
  }

  /** A list of texts; empty where the key is absent. */
  List<String> texts(String key, String pattern, String right) {
    Optional<YamlValue> value = value(key, right, false);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof YamlValue.Sequence list)) {
      problems.wrong(value.get(), "a list, each " + right);
      return List.of();
    }
    return list.items().stream().flatMap(item -> text(item, pattern, right).stream()).toList();
  }

  /** Every key of the block and its text, where the file itself chooses the keys. */
  Map<String, String> all(String keyPattern, String pattern, String right) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlValue.Entry entry : block.entries()) {
      known.add(entry.key());
      if (entry.key().matches(keyPattern)) {
        text(entry.value(), pattern, right).ifPresent(text -> texts.put(entry.key(), text));
      } else {
        problems.add(entry.place(), "the key must match " + keyPattern, entry.key());
      }
    }
    return texts;
  }

  /** The block below a key; an empty one where there is none. */
  SettingsBlock child(String key) {
    Optional<YamlValue> value = value(key, "a block of keys", true);
    if (value.isPresent() && value.get() instanceof YamlValue.Mapping mapping) {
      return new SettingsBlock(mapping, problems);
    }
    value.ifPresent(wrong -> problems.wrong(wrong, "a block of keys"));
    Place place = block.place().key(key, 0);
    return new SettingsBlock(new YamlValue.Mapping(place, List.of()), problems.silenced());
  }

  /** The block below a key that may be absent. */
  Optional<SettingsBlock> optionalChild(String key) {
    return value(key, "a block of keys", false).map(_ -> child(key));
  }

  /** Notes every key that nobody asked for. */
  void finish() {
    block.entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry -> problems.add(entry.place(), hint(entry.key()), ""));
  }

  private String hint(String key) {
    return "unknown key; "
        + NearestName.nearest(key, known)
            .map(name -> "did you mean '" + name + "'?")
            .orElse("known are " + String.join(", ", known));
  }

  private Optional<YamlValue> value(String key, String right, boolean required) {
    known.add(key);
    Optional<YamlValue> value = block.find(key).filter(v -> !(v instanceof YamlValue.Nothing));
    if (value.isEmpty() && required) {
      problems.add(block.place().key(key, block.place().line()), "must be " + right, "absent");
    }
    return value;
  }
}
