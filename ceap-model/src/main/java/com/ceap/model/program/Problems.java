package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlFault;
import com.ceap.model.yaml.YamlValue;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the problems of one file, each once, while it is read. Not thread-safe. */
final class Problems {
  private final String file;
  private final Set<Problem> found = new LinkedHashSet<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Place place, String wrong, String right) {
    found.add(new Problem(file, place.line(), place.path(), "", wrong, right));
  }

  void add(YamlValue value, String wrong, String right) {
    Place place = value.place();
    found.add(new Problem(file, place.line(), place.path(), value.shown(), wrong, right));
  }

  void add(YamlFault fault) {
    Place place = fault.place();
    found.add(
        new Problem(file, place.line(), place.path(), fault.value(), fault.wrong(), fault.right()));
  }

  /** What a configuration record said: what is wrong, and after a semicolon what would be right. */
  void add(Place place, IllegalArgumentException refusal) {
    String message = refusal.getMessage() == null ? "not accepted" : refusal.getMessage();
    add(place, message, "");
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems by line. */
  List<Problem> all() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
