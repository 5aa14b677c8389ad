package com.ceap.lambdas.topology;

/** A zip that functions run from: their classes and libraries, as jars under {@code lib/}. */
public enum Artifact {
  LAMBDAS("ceap-lambdas", "ceap-lambdas", "ceap-lambdas"),
  /** Beside what {@link #LAMBDAS} holds, the library that writes Parquet, for arm64 alone. */
  EXPORT("infrastructure/export", "ceap-export", "ceap-lambdas"),
  SERVING_API("ceap-serving-api", "ceap-serving-api", "ceap-serving-api");

  private final String folder;
  private final String module;
  private final String handlers;

  Artifact(String folder, String module, String handlers) {
    this.folder = folder;
    this.module = module;
    this.handlers = handlers;
  }

  /** The module that builds it. */
  public String module() {
    return module;
  }

  /** Where that module lies, from the project's folder. */
  public String folder() {
    return folder;
  }

  /** The module whose jar holds the handlers. */
  public String handlers() {
    return handlers;
  }

  /** Where the build leaves it, from the project's folder. */
  public String file() {
    return folder + "/target/" + module + "-function.zip";
  }
}
