package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the block {@code features}: where a program says that its features come from. */
final class FeatureReader {
  private final Problems problems;
  private final BlockReader blocks;

  FeatureReader(Problems problems) {
    this.problems = problems;
    this.blocks = new BlockReader(problems);
  }

  FeatureResolver resolver(Block program, String subjectType, Columns columns) {
    Map<String, FeatureResolver.Declared> declared = new LinkedHashMap<>();
    List<YamlValue.Entry> entries =
        program.find("features", YamlValue.Mapping.class).stream()
            .flatMap(block -> block.entries().stream())
            .toList();
    for (YamlValue.Entry entry : entries) {
      declared(entry, subjectType).ifPresent(read -> declared.put(entry.key(), read));
    }
    FeatureResolver resolver = new FeatureResolver(declared, columns, subjectType);
    entries.stream()
        .filter(entry -> declared.containsKey(entry.key()))
        .forEach(entry -> check(entry, resolver.resolve(entry.key())));
    return resolver;
  }

  private Optional<FeatureResolver.Declared> declared(YamlValue.Entry entry, String subjectType) {
    if (!(entry.value() instanceof YamlValue.Mapping source)) {
      problems.add(entry.value(), "must be a block of keys", "write it like {source: row}");
      return Optional.empty();
    }
    Block block = blocks.read(ProgramDocument.keys(ProgramDocument.Feature.class), source);
    checkSource(block, subjectType);
    checkAlias(block);
    checkDefault(block);
    return Optional.of(
        new FeatureResolver.Declared(
            block.text("source"),
            block.text("name"),
            block.text("alias"),
            block.find("default", Object.class)));
  }

  private void checkSource(Block block, String subjectType) {
    List<String> known = List.of(FeatureCatalog.ROW, FeatureCatalog.CUSTOMER, subjectType);
    block
        .text("source")
        .filter(source -> !known.contains(source))
        .flatMap(_ -> block.source().find("source"))
        .ifPresent(
            at ->
                problems.add(
                    at,
                    "unknown source",
                    NearestName.hint(block.text("source").orElse(""), known, "sources")));
  }

  private void checkAlias(Block block) {
    if (block.text("alias").isPresent()
        && (block.text("source").isPresent() || block.text("name").isPresent())) {
      problems.add(
          block.place("alias"), "an alias stands beside a source or a name", "keep one of them");
    }
  }

  private void checkDefault(Block block) {
    block
        .source()
        .find("default")
        .filter(value -> !(value instanceof YamlValue.Scalar))
        .ifPresent(
            value -> problems.add(value, "not a default value", "give text, a number or a flag"));
  }

  private void check(YamlValue.Entry entry, FeatureResolver.Resolution resolution) {
    switch (resolution) {
      case FeatureResolver.Resolution.Found _ -> {}
      case FeatureResolver.Resolution.Unresolved unresolved ->
          problems.add(entry.place(), unresolved.wrong(), unresolved.right());
    }
  }
}
