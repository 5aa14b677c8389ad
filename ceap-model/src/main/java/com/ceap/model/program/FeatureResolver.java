package com.ceap.model.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the source of each feature: declared, delivered by a connector, or well known. */
final class FeatureResolver {
  private final Map<String, Declared> declared;
  private final Columns columns;
  private final String subjectType;

  FeatureResolver(Map<String, Declared> declared, Columns columns, String subjectType) {
    this.declared = Map.copyOf(declared);
    this.columns = columns;
    this.subjectType = subjectType;
  }

  /** What a program says about a feature. */
  record Declared(
      Optional<String> source,
      Optional<String> name,
      Optional<String> alias,
      Optional<Object> defaultValue) {}

  /** What became of looking for a feature's source. */
  sealed interface Resolution {
    record Found(FeatureSource source) implements Resolution {}

    record Unresolved(String wrong, String right) implements Resolution {}
  }

  Resolution resolve(String feature) {
    return resolve(feature, Optional.empty(), new ArrayList<>());
  }

  private Resolution resolve(String feature, Optional<Object> fallback, List<String> chain) {
    boolean again = chain.contains(feature);
    chain.add(feature);
    if (again) {
      return new Resolution.Unresolved(
          "aliases go in a circle: " + String.join(" → ", chain), "let one of them name a source");
    }
    Declared own = declared.get(feature);
    if (own == null) {
      return undeclared(feature, feature, fallback, chain);
    }
    Optional<Object> standIn = fallback.or(own::defaultValue);
    if (own.alias().isPresent()) {
      return resolve(own.alias().get(), standIn, chain);
    }
    String name = own.name().orElse(feature);
    return own.source().isPresent()
        ? from(own.source().get(), name, standIn)
        : undeclared(feature, name, standIn, chain);
  }

  private Resolution from(String source, String name, Optional<Object> fallback) {
    return source.equals(FeatureCatalog.ROW)
        ? row(name, fallback)
        : new Resolution.Found(new FeatureSource.Store(source, name, fallback));
  }

  private Resolution undeclared(
      String feature, String name, Optional<Object> fallback, List<String> chain) {
    if (columns.deliver(name)) {
      return new Resolution.Found(new FeatureSource.Row(name, fallback));
    }
    Optional<FeatureCatalog.Origin> origin = FeatureCatalog.find(name);
    return origin.isEmpty()
        ? unknown(feature)
        : switch (origin.get()) {
          case FeatureCatalog.Origin.Row _ -> row(name, fallback);
          case FeatureCatalog.Origin.Derived _ ->
              new Resolution.Found(new FeatureSource.Row(name, fallback));
          case FeatureCatalog.Origin.Store store -> store(store.entity(), name, fallback);
          case FeatureCatalog.Origin.Alias alias -> resolve(alias.feature(), fallback, chain);
        };
  }

  private Resolution row(String name, Optional<Object> fallback) {
    return columns.lack(name)
        ? new Resolution.Unresolved(
            "no connector delivers the column '" + name + "'",
            "select it; delivered are " + String.join(", ", columns.names()))
        : new Resolution.Found(new FeatureSource.Row(name, fallback));
  }

  private Resolution store(String entity, String name, Optional<Object> fallback) {
    boolean keyed = entity.equals(FeatureCatalog.CUSTOMER) || entity.equals(subjectType);
    return keyed
        ? new Resolution.Found(new FeatureSource.Store(entity, name, fallback))
        : new Resolution.Unresolved(
            "'%s' is a feature of a %s, and this program is about a %s"
                .formatted(name, entity, subjectType),
            "declare its source under 'features'");
  }

  private Resolution unknown(String feature) {
    TreeSet<String> known = new TreeSet<>(FeatureCatalog.names());
    known.addAll(declared.keySet());
    known.addAll(columns.names());
    String near =
        NearestName.nearest(feature, known)
            .map(name -> "did you mean '" + name + "'? Or ")
            .orElse("");
    return new Resolution.Unresolved(
        "no source gives the feature",
        near + "declare it under 'features', such as '" + feature + ": {source: customer}'");
  }
}
