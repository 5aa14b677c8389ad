package com.ceap.channels.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes templates to be read. */
final class TemplateFolder {
  private final Path root;

  TemplateFolder(Path root) {
    this.root = root;
  }

  /** A template {@code t} that is right. */
  TemplateFolder right() {
    return file("t/template.yaml", "codePrefix: T\nlanguages: [en, de]\n")
        .file("t/texts/en.yaml", "subject: Hello.\nintro: \"Hi {customerName}\"\n")
        .file("t/texts/de.yaml", "subject: Hallo.\nintro: \"Hallo {customerName}\"\n")
        .file("t/email.html.hbs", "<p>{{texts.intro}}</p>\n")
        .file("t/email.txt.hbs", "{{texts.intro}}\n");
  }

  TemplateFolder file(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  TemplateLibrary read() {
    return TemplateLibrary.read(root);
  }

  /** All problems, with the folder's name cut off. */
  List<String> problems() {
    return read().problems().stream()
        .map(problem -> problem.text().replace(root + "/", ""))
        .toList();
  }
}
