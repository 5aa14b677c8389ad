package com.ceap.lambdas.topology;

/** A zip that functions run from: the module's classes, and its libraries under {@code lib/}. */
public enum Artifact {
  LAMBDAS("ceap-lambdas"),
  SERVING_API("ceap-serving-api");

  private final String module;

  Artifact(String module) {
    this.module = module;
  }

  /** The module that builds it. */
  public String module() {
    return module;
  }

  /** Where the build leaves it, from the project's folder. */
  public String file() {
    return module + "/target/" + module + "-function.zip";
  }
}
