package com.ceap.local.programs;

/** Where published programs lie among the objects. */
final class ProgramKeys {
  static final String PREFIX = "programs/";

  private static final String NEWEST = "/newest";

  private ProgramKeys() {}

  static String version(String programId, String version) {
    return PREFIX + programId + "/" + version + ".yaml";
  }

  static String pointer(String programId) {
    return PREFIX + programId + NEWEST;
  }

  static boolean isPointer(String key) {
    return key.endsWith(NEWEST);
  }

  /** The program of a pointer. */
  static String programId(String pointer) {
    return pointer.substring(PREFIX.length(), pointer.length() - NEWEST.length());
  }
}
