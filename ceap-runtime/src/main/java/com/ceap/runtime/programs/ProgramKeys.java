package com.ceap.runtime.programs;

/**
 * Where published programs lie among the objects: each version under {@code programs/}, never
 * written anew, and which one counts under {@code program-pointers/}.
 */
public final class ProgramKeys {
  /** What the keys of all versions begin with. */
  public static final String VERSIONS = "programs/";

  /** What the keys of all pointers begin with. */
  public static final String POINTERS = "program-pointers/";

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
