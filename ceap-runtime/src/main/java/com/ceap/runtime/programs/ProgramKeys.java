package com.ceap.runtime.programs;

/**
 * Where published programs lie among the objects: each version under {@code programs/{id}/}, never
 * written anew, and which one counts under {@code programs/_newest/}; no id begins like that.
 */
public final class ProgramKeys {
  /** What the keys of all versions begin with. */
  public static final String VERSIONS = "programs/";

  /** What the keys of all pointers begin with. */
  public static final String POINTERS = VERSIONS + "_newest/";

  private ProgramKeys() {}

  public static String version(String programId, String version) {
    return VERSIONS + programId + "/" + version + ".yaml";
  }

  public static String pointer(String programId) {
    return POINTERS + programId;
  }

  /** The program of a pointer. */
  static String programId(String pointer) {
    return pointer.substring(POINTERS.length());
  }
}
