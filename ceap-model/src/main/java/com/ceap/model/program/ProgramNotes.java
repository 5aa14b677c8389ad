package com.ceap.model.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is right as it stands, and will turn candidates away all the same: worth a look before a
 * program runs.
 */
public final class ProgramNotes {
  private ProgramNotes() {}

  /** What a model is not given, and in which currency it would take it. */
  private record Lack(String modelId, String feature, String base) implements Comparable<Lack> {
    @Override
    public int compareTo(Lack other) {
      return Comparator.comparing(Lack::modelId)
          .thenComparing(Lack::feature)
          .thenComparing(Lack::base)
          .compare(this, other);
    }
  }

  /**
   * A sentence for each model and feature: amounts of money that the model cannot be given for
   * marketplaces that the program serves, since nobody says what their currency is worth in its
   * own.
   */
  public static List<String> of(Program program) {
    SortedMap<Lack, SortedMap<String, List<String>>> lacks = new TreeMap<>();
    for (String marketplace : program.marketplaces()) {
      Program there = program.forMarketplace(marketplace);
      if (there.enabled() || !program.enabled()) {
        there.scoringModels().forEach(model -> add(model, marketplace, lacks));
      }
    }
    return lacks.entrySet().stream()
        .map(lack -> sentence(program, lack.getKey(), lack.getValue()))
        .toList();
  }

  private static void add(
      ModelSpec model, String marketplace, Map<Lack, SortedMap<String, List<String>>> lacks) {
    if (model.fallback().isPresent()) {
      return;
    }
    model
        .features()
        .forEach(
            (feature, source) -> {
              if (source instanceof FeatureSource.Amount amount
                  && amount.defaultValue().isEmpty()) {
                for (String currency : amount.rates().lacking(List.of(marketplace))) {
                  lacks
                      .computeIfAbsent(
                          new Lack(model.modelId(), feature, amount.rates().base()),
                          _ -> new TreeMap<>())
                      .computeIfAbsent(currency, _ -> new ArrayList<>())
                      .add(marketplace);
                }
              }
            });
  }

  private static String sentence(
      Program program, Lack lack, SortedMap<String, List<String>> currencies) {
    String text =
        currencies.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
            .collect(Collectors.joining(", "));
    return """
        program '%s': model '%s' takes '%s' in %s, and no rate is given for %s: whatever is priced \
        in these will be turned away as FEATURE_MISSING; give referenceRates with a rate for each, \
        the feature a default, or the model a fallback"""
        .formatted(program.programId(), lack.modelId(), lack.feature(), lack.base(), text);
  }
}
