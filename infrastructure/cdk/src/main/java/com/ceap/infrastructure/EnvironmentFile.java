package com.ceap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code environments/{name}.yaml}. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /**
   * The environment of that name.
   *
   * @throws EnvironmentException with every problem of the file
   */
  static Environment read(Path folder, String name) {
    Path file = folder.resolve(name + ".yaml");
    if (!Files.exists(file)) {
      throw new EnvironmentException(file, List.of("there is no such file"));
    }
    EnvironmentSettings settings = new EnvironmentSettings(keys(file));
    Environment environment =
        new Environment(
            name,
            settings.text("account", "[0-9]{12}", "the twelve digits of an account, quoted"),
            settings.text("region", "[a-z]{2}(-[a-z]+)+-[0-9]", "a region such as eu-west-1"),
            settings.flag("deletionProtection"),
            settings.count("indexShards", 1, 1000),
            settings.count("runRetentionDays", 1, 3650));
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new EnvironmentException(file, problems);
    }
    return environment;
  }

  private static Map<String, Object> keys(Path file) {
    try {
      return keys(file, new Yaml(new SafeConstructor(strict())).load(Files.readString(file)));
    } catch (YAMLException e) {
      throw new EnvironmentException(file, List.of("is no YAML: " + e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Map<String, Object> keys(Path file, Object content) {
    if (!(content instanceof Map<?, ?> map)) {
      throw new EnvironmentException(file, List.of("must hold keys and values"));
    }
    Map<String, Object> keys = new TreeMap<>();
    map.forEach((key, value) -> keys.put(String.valueOf(key), value));
    return keys;
  }

  private static LoaderOptions strict() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }
}
