package com.ceap.architecture;

import static java.util.Map.entry;

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
          "ceap-channels",
          "ceap-runtime");

  /** Helps the tests of every module, in test scope; no class that ships may see it. */
  static final String FOR_TESTS = "infrastructure/endpoint";

  /** By the module's folder. */
  public static final Map<String, Set<String>> SEES =
      new TreeMap<>(
          Map.ofEntries(
              entry("ceap-model", Set.of()),
              entry("ceap-connectors", Set.of("ceap-model")),
              entry("ceap-filters", Set.of("ceap-model")),
              entry("ceap-scoring", Set.of("ceap-model")),
              entry("ceap-storage", Set.of("ceap-model")),
              entry("ceap-channels", Set.of("ceap-model")),
              entry("ceap-runtime", Set.of("ceap-model")),
              entry("ceap-lambdas", CORE),
              entry("ceap-serving-api", CORE),
              entry("clients", plus(CORE, "ceap-serving-api")),
              entry(FOR_TESTS, Set.of()),
              entry("infrastructure/export", plus(CORE, "ceap-lambdas")),
              entry("infrastructure/cdk", plus(CORE, "ceap-lambdas", "ceap-serving-api")),
              entry("infrastructure/local", plus(CORE, "ceap-lambdas", "ceap-serving-api"))));

  private static final Map<String, String> PACKAGES =
      Map.of(
          "ceap-serving-api",
          "com.ceap.serving",
          "clients",
          "com.ceap.client",
          FOR_TESTS,
          "com.ceap.endpoint",
          "infrastructure/export",
          "com.ceap.export",
          "infrastructure/cdk",
          "com.ceap.infrastructure",
          "infrastructure/local",
          "com.ceap.local");

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
