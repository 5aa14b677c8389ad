package com.ceap.channels.template;

import com.ceap.model.program.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder.
 *
 * @param files by their path below it
 * @param unreadable what could not be read
 */
record TemplateFiles(Path folder, Map<String, SourceFile> files, List<Problem> unreadable) {
  private static final Pattern READ = Pattern.compile(".*\\.(yaml|hbs)");

  /** Everything of a template below a folder; none where the folder does not exist. */
  static TemplateFiles read(Path folder) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    List<Problem> unreadable = new ArrayList<>();
    for (Path file : below(folder, unreadable)) {
      try {
        // A folder in an archive may have another separator.
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, new SourceFile(file.toString(), Files.readString(file)));
      } catch (IOException e) {
        unreadable.add(problem(file, e));
      }
    }
    return new TemplateFiles(folder, files, List.copyOf(unreadable));
  }

  private static List<Path> below(Path folder, List<Problem> unreadable) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> READ.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      unreadable.add(problem(folder, e));
      return List.of();
    }
  }

  private static Problem problem(Path path, IOException e) {
    return new Problem(
        path.toString(), 0, "", "", "cannot be read: " + e, "make it a readable file of UTF-8");
  }

  String templateId() {
    return folder.getFileName().toString();
  }

  Optional<SourceFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Takes the name and the text of every file into a digest. */
  void addTo(MessageDigest digest) {
    files.forEach(
        (name, file) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(file.text().getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        });
  }

  /** How problems name a file. */
  String name(String file) {
    return folder.resolve(file).toString();
  }
}
