package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a program's scoring models and finds the source of each feature. */
final class ModelReader {
  private static final Pattern ENDPOINT = Pattern.compile("([a-z][a-z0-9+.-]*)://(\\S+)");

  private final Extensions extensions;
  private final Problems problems;
  private final PartReader parts;
  private final Typed typed;

  ModelReader(Extensions extensions, Problems problems, PartReader parts) {
    this.extensions = extensions;
    this.problems = problems;
    this.parts = parts;
    this.typed = new Typed(problems);
  }

  List<ModelSpec> models(Block program, FeatureResolver features, ReferenceRates rates) {
    Ids ids = new Ids("modelId", problems);
    List<ModelSpec> specs = new ArrayList<>();
    for (Block block : parts.blocks(program, "scoringModels", ProgramDocument.Model.class)) {
      Optional<String> id = ids.take(block);
      Map<String, FeatureSource> sources = sources(block, features, rates);
      endpoint(block)
          .flatMap(endpoint -> model(id.orElse(""), endpoint, sources, block))
          .ifPresent(specs::add);
    }
    return specs;
  }

  private record Endpoint(String text, String target, ExtensionFactory<?> factory) {}

  private Optional<Endpoint> endpoint(Block block) {
    Optional<String> text = block.text("endpoint");
    Optional<YamlValue> at = block.source().find("endpoint");
    if (text.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = ENDPOINT.matcher(text.get());
    if (!matcher.matches()) {
      problems.add(
          at.get(),
          "not an endpoint",
          "write scheme://name, such as sagemaker://purchase-intent-v5");
      return Optional.empty();
    }
    return typed
        .factory(extensions.scoringProviders(), matcher.group(1), at.get(), "endpoint scheme")
        .map(factory -> new Endpoint(text.get(), matcher.group(2), factory));
  }

  private Optional<ModelSpec> model(
      String id, Endpoint endpoint, Map<String, FeatureSource> sources, Block block) {
    return checked(id, endpoint, endpoint.factory(), sources, block);
  }

  private <C> Optional<ModelSpec> checked(
      String id,
      Endpoint endpoint,
      ExtensionFactory<C> factory,
      Map<String, FeatureSource> sources,
      Block block) {
    Optional<C> config = typed.config(factory, block, "config");
    Optional<ModelSpec> model =
        config.map(
            read ->
                new ModelSpec(
                    id,
                    endpoint.text(),
                    factory.type(),
                    endpoint.target(),
                    sources,
                    fallback(block),
                    read));
    boolean complete = sources.size() == given(block).size();
    model.filter(_ -> complete).ifPresent(spec -> check(factory, spec, config.get(), block));
    return model;
  }

  private <C> void check(ExtensionFactory<C> factory, ModelSpec model, C config, Block block) {
    if (!(factory instanceof ModelChecked<C> checked)) {
      return;
    }
    try {
      checked
          .problems(model, config)
          .forEach(problem -> problems.add(block.place("config"), problem, ""));
    } catch (RuntimeException defect) {
      typed.failed(factory, block.place("config"), defect);
    }
  }

  private static OptionalDouble fallback(Block block) {
    Optional<Double> given = block.find("fallback", Double.class);
    return given.isPresent() ? OptionalDouble.of(given.get()) : OptionalDouble.empty();
  }

  private static List<YamlValue> given(Block block) {
    return block.source().items("features");
  }

  private Map<String, FeatureSource> sources(
      Block block, FeatureResolver features, ReferenceRates rates) {
    Map<String, FeatureSource> sources = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<YamlValue> given = given(block);
    if (block.values().containsKey("features") && given.isEmpty()) {
      problems.add(block.place("features"), "no features", "list at least one");
    }
    for (YamlValue value : given) {
      if (value instanceof YamlValue.Scalar scalar && scalar.value() instanceof String feature) {
        Integer first = lines.putIfAbsent(feature, scalar.place().line());
        if (first == null) {
          source(scalar, features.resolve(feature))
              .ifPresent(source -> sources.put(feature, inBase(source, rates)));
        } else {
          problems.add(scalar, "the feature is listed twice", "list it once");
        }
      }
    }
    return sources;
  }

  /** Models know one currency, whatever the customer pays in. */
  private static FeatureSource inBase(FeatureSource source, ReferenceRates rates) {
    return switch (source) {
      case FeatureSource.Row(String attribute, Optional<Object> standIn)
          when FeatureCatalog.isAmount(attribute) ->
          new FeatureSource.Amount(attribute, rates, standIn);
      case FeatureSource.Row _, FeatureSource.Amount _, FeatureSource.Store _ -> source;
    };
  }

  private Optional<FeatureSource> source(
      YamlValue.Scalar feature, FeatureResolver.Resolution resolution) {
    return switch (resolution) {
      case FeatureResolver.Resolution.Found found -> Optional.of(found.source());
      case FeatureResolver.Resolution.Unresolved unresolved -> {
        problems.add(feature, unresolved.wrong(), unresolved.right());
        yield Optional.empty();
      }
    };
  }
}
