package com.ceap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.lambdas.topology.Artifact;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the zips that the build packs. */
class FunctionZipIT {
  private static final List<Class<?>> KINDS =
      List.of(
          DataConnectorFactory.class,
          FilterFactory.class,
          ScoringProviderFactory.class,
          ChannelFactory.class);

  /** EM_AARCH64 of elf.h. */
  private static final byte AARCH64 = (byte) 0xb7;

  /** What Lambda takes of one zip, unpacked ("Lambda quotas" in the Lambda developer guide). */
  private static final long LIMIT = 250L * 1024 * 1024;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Artifact.class)
  void librariesLieUnderLibAndNoneIsForbidden(Artifact artifact) {
    List<String> names = PackedFunctions.zip(artifact).names();

    assertThat(names)
        .contains("log4j2.xml", "log-line.json")
        .anyMatch(name -> name.startsWith("lib/" + artifact.handlers() + "-"))
        .anyMatch(name -> name.startsWith("lib/url-connection-client-"))
        .noneMatch(name -> name.contains("netty"))
        .noneMatch(name -> name.contains("apache-client") || name.contains("httpclient"))
        .noneMatch(name -> name.contains("aws-crt") || name.contains("sqlite"))
        .noneMatch(name -> name.contains("slf4j-nop") || name.contains("DynamoDBLocal"))
        .allMatch(name -> name.startsWith("lib/") || !name.endsWith(".jar"));
  }

  @Test
  void theExportAloneCarriesDuckDbWithOneNativeLibraryForArm() throws IOException {
    Path task = folder.resolve("export");
    List<Path> natives = new ArrayList<>(PackedFunctions.zip(Artifact.EXPORT).unpack(task));
    natives.removeIf(file -> !file.toString().contains(".so_"));

    assertThat(natives).containsExactly(task.resolve("libduckdb_java.so_linux_arm64"));
    try (InputStream library = Files.newInputStream(natives.getFirst())) {
      byte[] head = library.readNBytes(20);
      assertThat(head).startsWith(0x7f, 'E', 'L', 'F');
      assertThat(head[18]).as("the machine that its header names").isEqualTo(AARCH64);
    }
    assertThat(PackedFunctions.zip(Artifact.EXPORT).names())
        .contains("org/duckdb/DuckDBDriver.class", "META-INF/services/java.sql.Driver");
    for (Artifact other : List.of(Artifact.LAMBDAS, Artifact.SERVING_API)) {
      assertThat(PackedFunctions.zip(other).names()).noneMatch(name -> name.contains("duckdb"));
    }
  }

  @ParameterizedTest
  @EnumSource(Artifact.class)
  void aZipIsSmallEnough(Artifact artifact) throws IOException {
    long unpacked = 0;
    for (Path file : PackedFunctions.zip(artifact).unpack(folder)) {
      unpacked += file.toFile().length();
    }

    assertThat(unpacked).isLessThan(LIMIT);
    // What starts often stays small.
    assertThat(PackedFunctions.zip(artifact).size())
        .isLessThan(artifact == Artifact.EXPORT ? LIMIT / 3 : LIMIT / 5);
  }

  @ParameterizedTest
  @EnumSource(Artifact.class)
  void theExtensionsOfAZipAreThoseOfTheClassPath(Artifact artifact) throws Exception {
    try (URLClassLoader zip = loader(artifact)) {
      for (Class<?> kind : KINDS) {
        assertThat(types(zip, kind)).isEqualTo(types(getClass().getClassLoader(), kind));
      }
    }
  }

  /** As Lambda does: the zip's own jars and the JDK, and nothing of the tests. */
  private URLClassLoader loader(Artifact artifact) throws MalformedURLException {
    Path task = folder.resolve(artifact.module());
    List<Path> files = PackedFunctions.zip(artifact).unpack(task);
    URL[] urls = new URL[files.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = files.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static Object types(ClassLoader in, Class<?> kind) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(in);
    try {
      Class<?> registries = Class.forName(ExtensionRegistry.class.getName(), true, in);
      Class<?> loaded = Class.forName(kind.getName(), true, in);
      Object registry = registries.getMethod("load", Class.class).invoke(null, loaded);
      return registries.getMethod("types").invoke(registry);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
