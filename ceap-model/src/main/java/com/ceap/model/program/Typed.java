package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Finds the extension that a block names and lets it read its configuration. */
final class Typed {
  private final Problems problems;
  private final BlockReader blocks;

  Typed(Problems problems) {
    this.problems = problems;
    this.blocks = new BlockReader(problems);
  }

  /** The extension of a type; an unknown one is noted with all that are known. */
  <F extends ExtensionFactory<?>> Optional<F> factory(
      ExtensionRegistry<F> registry, String type, YamlValue at, String kind) {
    Optional<F> found = registry.find(type);
    if (found.isEmpty()) {
      problems.add(at, "unknown " + kind, NearestName.fullHint(type, registry.types(), kind + "s"));
    }
    return found;
  }

  /** The configuration as the extension reads it; empty where it has problems. */
  <C> Optional<C> config(ExtensionFactory<C> factory, Block block, String key) {
    YamlValue.Mapping given = block.source().block(key).orElse(nothingGiven(block, key));
    return wrongTyped(block, key) ? Optional.empty() : read(factory, given);
  }

  private static boolean wrongTyped(Block block, String key) {
    return block.source().find(key).isPresent() && block.source().block(key).isEmpty();
  }

  private static YamlValue.Mapping nothingGiven(Block block, String key) {
    Place place = block.source().place();
    return new YamlValue.Mapping(place.key(key, place.line()), List.of());
  }

  private <C> Optional<C> read(ExtensionFactory<C> factory, YamlValue.Mapping given) {
    try {
      return blocks.bind(factory.shape(), given);
    } catch (RuntimeException defect) {
      failed(factory, given.place(), defect);
      return Optional.empty();
    }
  }

  /** An extension that throws is broken; the program's owner learns which. */
  void failed(ExtensionFactory<?> factory, Place at, RuntimeException defect) {
    problems.add(
        at,
        "the extension '%s' (%s) failed: %s"
            .formatted(factory.type(), factory.getClass().getName(), defect),
        "report it to its author");
  }
}
