package com.ceap.lambdas.templates;

/**
 * Where published templates lie among the objects: the files of a set, never written anew, under
 * its version, and which version counts in one object beside them.
 */
public final class TemplateKeys {
  /** What the keys of all templates begin with. */
  public static final String TEMPLATES = "programs/_templates/";

  /** Holds the version of the newest set, on one line. */
  public static final String POINTER = TEMPLATES + "newest";

  private TemplateKeys() {}

  /** What the keys of a set's files begin with; below it they lie as in {@code templates/}. */
  public static String set(String version) {
    return TEMPLATES + version + "/";
  }
}
