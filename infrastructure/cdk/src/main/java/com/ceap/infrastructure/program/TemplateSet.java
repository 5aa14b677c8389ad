package com.ceap.infrastructure.program;

import com.ceap.infrastructure.construct.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The templates of messages, by their paths.
 *
 * @param version a hash of all paths and contents
 */
public record TemplateSet(String version, Map<String, String> files) {
  private static final int VERSION_BYTES = 8;

  /**
   * The files of a folder; none where there is no folder.
   *
   * @throws DeploymentException where files are too large to be published
   */
  public static TemplateSet read(Path folder) {
    Map<String, String> files = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      String content = content(file);
      int bytes = content.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > Publication.LARGEST) {
        problems.add(
            "%s: the file has %,d bytes; at most %,d can be published"
                .formatted(file, bytes, Publication.LARGEST));
      }
      files.put(name, content);
    }
    if (!problems.isEmpty()) {
      throw new DeploymentException(problems);
    }
    return new TemplateSet(version(files), files);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String version(Map<String, String> files) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) ->
              hash.update((name + "\0" + content + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(hash.digest(), 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
