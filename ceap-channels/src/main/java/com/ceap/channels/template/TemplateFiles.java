package com.ceap.channels.template;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one template's folder, and the parts that all templates share. */
record TemplateFiles(Path folder, Map<String, SourceFile> files, Map<String, SourceFile> parts) {
  private static final String PART_ENDING = ".hbs";

  static TemplateFiles read(Path folder, Map<String, SourceFile> parts) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    for (Path file : below(folder)) {
      // A folder in an archive may have another separator.
      files.put(folder.relativize(file).toString().replace('\\', '/'), source(file));
    }
    return new TemplateFiles(folder, files, parts);
  }

  /** The parts of a folder by name and kind, such as {@code footer.html}. */
  static Map<String, SourceFile> parts(Path folder) {
    Map<String, SourceFile> parts = new LinkedHashMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : below(folder)) {
        String name = file.getFileName().toString();
        if (name.endsWith(PART_ENDING)) {
          parts.put(name.substring(0, name.length() - PART_ENDING.length()), source(file));
        }
      }
    }
    return parts;
  }

  String templateId() {
    return folder.getFileName().toString();
  }

  Optional<SourceFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** How problems name a file. */
  String name(String file) {
    return folder.resolve(file).toString();
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static SourceFile source(Path file) {
    try {
      return new SourceFile(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static CeapException unreadable(Path path, IOException cause) {
    return new CeapException(
        ErrorCode.TEMPLATE_INVALID,
        "%s cannot be read as UTF-8 text: %s".formatted(path, cause.getMessage()),
        cause);
  }
}
