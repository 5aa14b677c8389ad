package com.ceap.model.program;

import com.ceap.model.yaml.CanonicalText;
import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.ceap.model.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a program's YAML and holds it against the extensions there are. Reports all problems at
 * once and throws for none of them. Thread-safe.
 */
public final class ProgramLoader {
  private static final int VERSION_BYTES = 8;

  private final Extensions extensions;

  public ProgramLoader(Extensions extensions) {
    this.extensions = extensions;
  }

  public LoadResult load(Path file) {
    Problems problems = new Problems(file.toString());
    if (!Files.exists(file)) {
      problems.add(Place.FILE, "no such file", "name a program's YAML file");
    } else if (Files.isDirectory(file)) {
      problems.add(Place.FILE, "a directory, not a file", "name a YAML file in it");
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        return load(file.toString(), in.readNBytes(YamlReader.MAX_BYTES + 1));
      } catch (IOException e) {
        problems.add(Place.FILE, "cannot be read: " + e, "make the file readable");
      }
    }
    return new LoadResult.Invalid(problems.all());
  }

  /**
   * Loads a program from memory.
   *
   * @param name what problems call the file
   */
  public LoadResult load(String name, byte[] content) {
    Problems problems = new Problems(name);
    Optional<Program> program =
        tree(YamlReader.read(content), problems).flatMap(tree -> program(tree, problems));
    return program.isPresent() && problems.isEmpty()
        ? new LoadResult.Loaded(program.get())
        : new LoadResult.Invalid(problems.all());
  }

  private static Optional<YamlValue.Mapping> tree(YamlReading reading, Problems problems) {
    return switch (reading) {
      case YamlReading.Unreadable unreadable -> {
        problems.add(unreadable.fault());
        yield Optional.empty();
      }
      case YamlReading.Read read -> {
        read.faults().forEach(problems::add);
        yield mapping(read.root(), problems);
      }
    };
  }

  private static Optional<YamlValue.Mapping> mapping(YamlValue root, Problems problems) {
    if (root instanceof YamlValue.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(root, "not a program", "write keys such as programId: …");
    return Optional.empty();
  }

  private Optional<Program> program(YamlValue.Mapping tree, Problems problems) {
    String version = version(tree);
    ProgramReader reader = new ProgramReader(extensions, problems);
    Optional<Program> base = reader.read(tree, version);
    Map<String, Program> overrides = new OverrideReader(reader, problems).read(tree, version);
    return base.map(program -> program.withOverrides(overrides));
  }

  /** The same for all files that say the same, whatever their comments and layout. */
  private static String version(YamlValue tree) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(CanonicalText.of(tree).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
