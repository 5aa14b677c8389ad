package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** In two processes, since the order of Java's immutable maps differs from one to the next. */
final class RepeatedSynthesisIT {
  @TempDir private Path folder;

  @BeforeAll
  static void needsNode() {
    NodeRuntime.assumeInstalled();
  }

  @Test
  void twoSynthesesAreIdentical() throws Exception {
    synthesise(folder.resolve("here"));
    child(folder.resolve("there"));

    assertThat(templates("there")).isEqualTo(templates("here"));
  }

  /** Run in a process of its own. */
  public static void main(String[] arguments) {
    synthesise(Path.of(arguments[0]));
  }

  private static void synthesise(Path out) {
    Environment prod = EnvironmentFile.read(Path.of("environments"), "prod");
    App app = new App(AppProps.builder().outdir(out.toString()).build());
    Stacks.add(app, Synthesis.platform(prod), Synthesis.programs(prod, Synthesis.PROGRAMS));
    app.synth();
  }

  private static void child(Path out) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                RepeatedSynthesisIT.class.getName(),
                out.toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
  }

  private Map<String, String> templates(String name) throws IOException {
    Map<String, String> templates = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".template.json")).toList()) {
        templates.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(templates).isNotEmpty();
    return templates;
  }
}
