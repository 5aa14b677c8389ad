package com.ceap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.lambdas.topology.Artifact;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
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

  /** What Lambda takes of one zip, unpacked ("Lambda quotas" in the Lambda developer guide). */
  private static final long LIMIT = 250L * 1024 * 1024;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Artifact.class)
  void librariesLieUnderLibAndNoneIsForbidden(Artifact artifact) {
    List<String> names = PackedFunctions.zip(artifact).names();

    assertThat(names)
        .contains("log4j2.xml", "log-line.json")
        .anyMatch(name -> name.startsWith("lib/" + artifact.module() + "-"))
        .anyMatch(name -> name.startsWith("lib/url-connection-client-"))
        .noneMatch(name -> name.contains("netty"))
        .noneMatch(name -> name.contains("apache-client") || name.contains("httpclient"))
        .noneMatch(name -> name.contains("aws-crt") || name.contains("sqlite"))
        .noneMatch(name -> name.contains("slf4j-nop") || name.contains("DynamoDBLocal"))
        .allMatch(name -> name.startsWith("lib/") || !name.endsWith(".jar"));
  }

  @ParameterizedTest
  @EnumSource(Artifact.class)
  void aZipIsSmallEnough(Artifact artifact) throws IOException {
    long unpacked = 0;
    for (Path file : PackedFunctions.zip(artifact).unpack(folder)) {
      unpacked += file.toFile().length();
    }

    assertThat(unpacked).isLessThan(LIMIT);
    assertThat(PackedFunctions.zip(artifact).size()).isLessThan(LIMIT / 5);
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
