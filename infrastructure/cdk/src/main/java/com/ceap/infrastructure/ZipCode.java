package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.FunctionCode;
import com.ceap.infrastructure.program.DeploymentException;
import com.ceap.lambdas.topology.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.services.lambda.Code;

/** The zips that the build has left. */
final class ZipCode implements FunctionCode {
  private final Path project;

  /**
   * Takes the zips of a project.
   *
   * @throws DeploymentException where one is not there
   */
  ZipCode(Path project) {
    List<String> missing =
        Arrays.stream(Artifact.values())
            .filter(artifact -> !Files.exists(project.resolve(artifact.file())))
            .map(ZipCode::missing)
            .toList();
    if (!missing.isEmpty()) {
      throw new DeploymentException(missing);
    }
    this.project = project;
  }

  private static String missing(Artifact artifact) {
    return "%s is not there; ./mvnw -Pquick -pl %s -am package builds it"
        .formatted(artifact.file(), artifact.folder());
  }

  @Override
  public Code of(Artifact artifact) {
    return Code.fromAsset(project.resolve(artifact.file()).toString());
  }
}
