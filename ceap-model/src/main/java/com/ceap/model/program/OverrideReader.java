package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code marketplaceOverrides}: the whole program once more for each that deviates. */
final class OverrideReader {
  // What is about the program as a whole: its identity, its sources, its run.
  static final Set<String> FIXED =
      Set.of(
          "programId",
          "marketplaces",
          "dataConnectors",
          "eventSources",
          "batchSchedule",
          "jobs",
          "costs",
          "referenceRates",
          Ids.OVERRIDES);

  private final ProgramReader reader;
  private final Problems problems;

  OverrideReader(ProgramReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  Map<String, Program> read(YamlValue.Mapping tree, String version) {
    Map<String, Program> programs = new LinkedHashMap<>();
    List<String> served = served(tree);
    YamlValue.Mapping base = without(tree, Set.of(Ids.OVERRIDES));
    for (YamlValue.Entry entry :
        tree.block(Ids.OVERRIDES).map(YamlValue.Mapping::entries).orElse(List.of())) {
      if (!served.contains(entry.key())) {
        notServed(entry, served);
      } else if (entry.value() instanceof YamlValue.Mapping override) {
        checkFixed(override, entry.key());
        YamlValue.Mapping merged = OverrideMerge.merge(base, without(override, FIXED));
        YamlValue.Mapping placed = new YamlValue.Mapping(tree.place(), merged.entries());
        reader.read(placed, version).ifPresent(program -> programs.put(entry.key(), program));
      } else {
        problems.add(
            entry.value(), "must be a block of keys", "write what differs, such as enabled: false");
      }
    }
    return programs;
  }

  private static List<String> served(YamlValue.Mapping tree) {
    return tree.items("marketplaces").stream()
        .filter(YamlValue.Scalar.class::isInstance)
        .map(item -> ((YamlValue.Scalar) item).text())
        .filter(Marketplaces.ids()::contains)
        .toList();
  }

  private void notServed(YamlValue.Entry entry, List<String> served) {
    problems.add(
        entry.place(),
        "the program does not serve this marketplace",
        NearestName.hint(entry.key(), served, "marketplaces"));
  }

  private void checkFixed(YamlValue.Mapping override, String marketplace) {
    override.entries().stream()
        .filter(entry -> FIXED.contains(entry.key()))
        .forEach(
            entry ->
                problems.add(
                    entry.place(),
                    "may not differ by marketplace",
                    "remove it, or write a program of its own for " + marketplace));
  }

  private static YamlValue.Mapping without(YamlValue.Mapping tree, Set<String> keys) {
    return new YamlValue.Mapping(
        tree.place(),
        tree.entries().stream().filter(entry -> !keys.contains(entry.key())).toList());
  }
}
