package com.ceap.infrastructure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** CDK's Java classes talk to a Node process; where Node is absent nothing can be synthesised. */
final class NodeRuntime {
  private NodeRuntime() {}

  static void assumeInstalled() {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    assumeTrue(found, "CDK needs Node.js to synthesise, and there is no node on the PATH");
  }
}
