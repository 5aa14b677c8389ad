package com.ceap.infrastructure.environment;

import com.ceap.model.program.Problem;
import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlFault;
import com.ceap.model.yaml.YamlValue;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with one file, each once. */
final class SettingsProblems {
  private final String file;
  private final Set<Problem> found = new LinkedHashSet<>();

  SettingsProblems(String file) {
    this.file = file;
  }

  /** Takes problems that nobody need see, since the block they lie in is one already. */
  SettingsProblems silenced() {
    return new SettingsProblems(file);
  }

  void wrong(YamlValue value, String right) {
    add(value.place(), "must be " + right, value.shown());
  }

  void add(Place place, String wrong, String value) {
    found.add(new Problem(file, place.line(), place.path(), value, wrong, ""));
  }

  void add(YamlFault fault) {
    Place place = fault.place();
    found.add(
        new Problem(file, place.line(), place.path(), fault.value(), fault.wrong(), fault.right()));
  }

  /** Every problem by line, as text. */
  List<String> all() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(Problem::text)
        .toList();
  }
}
