package com.ceap.channels.template;

import com.ceap.model.program.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pieces that templates share, by name and kind: {@code footer} of kind {@code html}. */
record Parts(TemplateFiles files) {
  static Parts read(Path folder) {
    return new Parts(TemplateFiles.read(folder));
  }

  Optional<SourceFile> find(String name, String kind) {
    return files.find(name + ending(kind));
  }

  /** The names of all parts of a kind. */
  List<String> names(String kind) {
    String ending = ending(kind);
    return files.files().keySet().stream()
        .filter(file -> file.endsWith(ending))
        .map(file -> file.substring(0, file.length() - ending.length()))
        .toList();
  }

  List<Problem> unreadable() {
    return files.unreadable();
  }

  private static String ending(String kind) {
    return "." + kind + ".hbs";
  }
}
