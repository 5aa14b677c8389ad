package com.ceap.infrastructure;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentException;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.infrastructure.program.DeploymentException;
import com.ceap.infrastructure.program.ProgramFolder;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.infrastructure.program.TemplateSet;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.App;

/**
 * Synthesises the stacks of one environment: {@code cdk synth -c env=prod}; without {@code env} it
 * is {@code dev}. Run from {@code infrastructure/cdk}.
 */
public final class CeapApp {
  private static final Path PROJECT = Path.of("../..");

  private CeapApp() {}

  public static void main(String[] args) {
    try {
      App app = new App();
      Object name = app.getNode().tryGetContext("env");
      synthesise(app, name == null ? "dev" : "" + name);
    } catch (EnvironmentException | DeploymentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void synthesise(App app, String name) {
    Environment environment = EnvironmentFile.read(Path.of("environments"), name);
    Registries registries = Registries.load();
    List<ProgramSource> programs =
        new ProgramFolder(new ProgramLoader(registries.extensions()), environment)
            .read(PROJECT.resolve("programs"));
    Platform platform =
        new Platform(
            environment,
            Topology.PLATFORM,
            SendingChannels.types(),
            TemplateSet.read(PROJECT.resolve("programs/templates")),
            new ZipCode(PROJECT));
    Stacks.add(app, platform, programs);
    app.synth();
  }
}
