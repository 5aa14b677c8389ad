package com.ceap.infrastructure;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/**
 * Synthesises the stacks of one environment: {@code cdk synth -c env=prod}; without {@code env} it
 * is {@code dev}.
 */
public final class CeapApp {
  private CeapApp() {}

  public static void main(String[] args) {
    App app = new App();
    Object name = app.getNode().tryGetContext("env");
    build(app, EnvironmentFile.read(Path.of("environments"), name == null ? "dev" : "" + name));
    app.synth();
  }

  /** Adds the environment's stacks. */
  static StorageStack build(App app, Environment environment) {
    return new StorageStack(app, environment);
  }
}
