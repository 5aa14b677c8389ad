package com.ceap.local.bench.load;

import com.ceap.local.bench.ChildJvm;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of a JVM that runs for long, as a server does: with every compiler, where commands do
 * with the quick one alone.
 */
public final class WarmJvm {
  private static final List<String> OF_COMMANDS =
      List.of(
          "-XX:TieredStopAtLevel=",
          "-XX:SharedArchiveFile=",
          "-XX:+AutoCreateSharedArchive",
          "-Xms",
          "-Xmx",
          "-Xmn");

  private WarmJvm() {}

  /**
   * This process's options, but for those that suit commands.
   *
   * @param heap such as {@code 1g}
   */
  public static List<String> options(String heap) {
    return options(ChildJvm.ownOptions(), heap);
  }

  static List<String> options(List<String> own, String heap) {
    List<String> options = new ArrayList<>(own);
    options.removeIf(option -> OF_COMMANDS.stream().anyMatch(option::startsWith));
    options.addAll(List.of("-Xms" + heap, "-Xmx" + heap));
    return options;
  }
}
