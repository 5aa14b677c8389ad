package com.ceap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PackageInfoTest {
  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Set<Path> packages = packages();

    assertThat(packages).as("packages found").hasSizeGreaterThan(10);
    assertThat(packages).allSatisfy(PackageInfoTest::requireInfo);
  }

  private static Set<Path> packages() throws IOException {
    Set<Path> packages = new TreeSet<>();
    for (String module : Modules.SEES.keySet()) {
      Path sources = ProjectRoot.find().resolve(module).resolve("src/main/java");
      if (Files.exists(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files.filter(PackageInfoTest::isJava).map(Path::getParent).forEach(packages::add);
        }
      }
    }
    return packages;
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static void requireInfo(Path folder) {
    Path info = folder.resolve("package-info.java");
    assertThat(info).exists();
    assertThat(info).content().startsWith("/**");
  }
}
