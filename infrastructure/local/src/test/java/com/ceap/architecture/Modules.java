package com.ceap.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules, and for each which others it may see; the one table that all module rules read. */
public final class Modules {
  private static final Set<String> CORE =
      Set.of(
          "ceap-model",
          "ceap-connectors",
          "ceap-filters",
          "ceap-scoring",
          "ceap-storage",
          "ceap-channels");

  /** By the module's folder. */
  public static final Map<String, Set<String>> SEES =
      new TreeMap<>(
          Map.of(
              "ceap-model", Set.of(),
              "ceap-connectors", Set.of("ceap-model"),
              "ceap-filters", Set.of("ceap-model"),
              "ceap-scoring", Set.of("ceap-model"),
              "ceap-storage", Set.of("ceap-model"),
              "ceap-channels", Set.of("ceap-model"),
              "ceap-lambdas", CORE,
              "ceap-serving-api", CORE,
              "clients", plus(CORE, "ceap-serving-api"),
              "infrastructure/cdk", plus(CORE, "ceap-lambdas", "ceap-serving-api"),
              "infrastructure/local", plus(CORE, "ceap-lambdas", "ceap-serving-api")));

  private static final Map<String, String> PACKAGES =
      Map.of(
          "ceap-serving-api", "com.ceap.serving",
          "clients", "com.ceap.client",
          "infrastructure/cdk", "com.ceap.infrastructure",
          "infrastructure/local", "com.ceap.local");

  private Modules() {}

  /** The package under which all classes of a module lie. */
  static String packageOf(String module) {
    return PACKAGES.getOrDefault(module, "com.ceap." + module.substring("ceap-".length()));
  }

  /** The packages of every module that the given one may not see. */
  static List<String> unseenBy(String module) {
    return SEES.keySet().stream()
        .filter(other -> !other.equals(module) && !SEES.get(module).contains(other))
        .map(other -> packageOf(other) + "..")
        .toList();
  }

  private static Set<String> plus(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Arrays.stream(more))
        .collect(Collectors.toUnmodifiableSet());
  }
}
