package com.ceap.channels.template;

import com.ceap.model.program.NearestName;
import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlFault;
import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A YAML file of a template: a block of keys. Whatever is wrong with it is noted. */
record YamlFile(String name, YamlValue.Mapping root, Findings findings) {
  static Optional<YamlFile> read(SourceFile file, Findings findings) {
    switch (YamlReader.read(file.text())) {
      case YamlReading.Unreadable(YamlFault fault) -> note(file.name(), fault, findings);
      case YamlReading.Read(YamlValue root, List<YamlFault> faults) -> {
        faults.forEach(fault -> note(file.name(), fault, findings));
        if (root instanceof YamlValue.Mapping block) {
          return Optional.of(new YamlFile(file.name(), block, findings));
        }
        findings.add(file.name(), 1, "", "must be a block of keys", "write each as 'key: value'");
      }
    }
    return Optional.empty();
  }

  private static void note(String file, YamlFault fault, Findings findings) {
    findings.add(file, fault.place().line(), fault.place().path(), fault.wrong(), fault.right());
  }

  void add(Place place, String wrong, String right) {
    findings.add(name, place.line(), place.path(), wrong, right);
  }

  /** Notes every key that is not known. */
  void requireKeys(Set<String> known) {
    for (YamlValue.Entry entry : root.entries()) {
      if (!known.contains(entry.key())) {
        String right =
            NearestName.nearest(entry.key(), known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known are " + String.join(", ", known));
        add(entry.place(), "unknown key", right);
      }
    }
  }

  /** The text of a key; what is missing or does not fit is noted. */
  Optional<String> text(String key, Pattern form, String right) {
    Optional<YamlValue> value = root.find(key);
    if (value.isEmpty()) {
      add(new Place(1, key), "missing", right);
      return Optional.empty();
    }
    return text(value.get(), form, right);
  }

  /** A value as text; one that does not fit is noted. */
  Optional<String> text(YamlValue value, Pattern form, String right) {
    if (value instanceof YamlValue.Scalar scalar && form.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    add(value.place(), "not accepted, was " + value.shown(), right);
    return Optional.empty();
  }

  /** The texts of a key's list; what is missing or does not fit is noted. */
  List<String> texts(String key, Pattern form, String right) {
    List<YamlValue> items = root.items(key);
    if (items.isEmpty()) {
      add(new Place(1, key), "missing", right);
    }
    List<String> texts = new ArrayList<>();
    items.forEach(item -> text(item, form, right).ifPresent(texts::add));
    return texts;
  }
}
