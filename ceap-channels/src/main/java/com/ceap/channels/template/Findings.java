package com.ceap.channels.template;

import com.ceap.model.program.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the problems of a template, each once, while it is read. Not thread-safe. */
final class Findings {
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Problem problem) {
    found.add(problem);
  }

  void add(SourceFile file, int offset, String wrong, String right) {
    found.add(new Problem(file.name(), file.lineOf(offset), "", "", wrong, right));
  }

  void add(String file, int line, String key, String wrong, String right) {
    found.add(new Problem(file, line, key, "", wrong, right));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
