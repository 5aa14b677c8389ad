package com.ceap.scoring;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values the models of a program need, each read once however many models name it. */
final class FeaturePlan {
  private final List<Slot> slots;
  private final AttributeSchema merged;
  private final Object[] defaults;
  private final Columns row = new Columns();
  private final Map<String, Columns> stored = new LinkedHashMap<>();
  private final List<SlotAmount> amounts;
  private final List<ModelFeatures> models;

  FeaturePlan(List<ModelSpec> specs) {
    Map<Slot, Integer> positions = new LinkedHashMap<>();
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ModelSpec spec : specs) {
      spec.features()
          .forEach(
              (feature, source) -> {
                Slot slot = new Slot(feature, source);
                if (positions.putIfAbsent(slot, positions.size()) == null) {
                  labels.add(label(spec, feature, taken));
                }
              });
    }
    this.slots = List.copyOf(positions.keySet());
    this.merged = new AttributeSchema(labels);
    this.defaults = slots.stream().map(FeaturePlan::defaultValue).toArray();
    for (int slot = 0; slot < slots.size(); slot++) {
      columns(slots.get(slot).source(), slot);
    }
    this.amounts = amounts(slots);
    this.models = specs.stream().map(spec -> new ModelFeatures(spec, positions)).toList();
  }

  /** Two models may read one feature from different places; the later one carries its model. */
  private static String label(ModelSpec spec, String feature, Set<String> taken) {
    String label = taken.contains(feature) ? spec.modelId() + "." + feature : feature;
    taken.add(label);
    return label;
  }

  private static Object defaultValue(Slot slot) {
    Optional<Object> value = slot.source().defaultValue();
    return value.flatMap(v -> Attributes.of(Map.of(slot.feature(), v)).at(0)).orElse(null);
  }

  private void columns(FeatureSource source, int slot) {
    switch (source) {
      case FeatureSource.Row from -> row.add(from.attribute(), slot);
      case FeatureSource.Amount from -> row.add(from.attribute(), slot);
      case FeatureSource.Store from ->
          stored.computeIfAbsent(from.entity(), entity -> new Columns()).add(from.name(), slot);
    }
  }

  private static List<SlotAmount> amounts(List<Slot> slots) {
    List<SlotAmount> amounts = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot).source() instanceof FeatureSource.Amount from) {
        amounts.add(new SlotAmount(slot, from.rates()));
      }
    }
    return List.copyOf(amounts);
  }

  /** The features of all models in one row. */
  AttributeSchema merged() {
    return merged;
  }

  /** One value for each slot, {@code null} where the feature is required. */
  Object[] defaults() {
    return defaults;
  }

  Columns row() {
    return row;
  }

  /** What the feature store is asked for, by entity. */
  Map<String, Columns> stored() {
    return stored;
  }

  /** Which slots hold amounts of money. */
  List<SlotAmount> amounts() {
    return amounts;
  }

  List<ModelFeatures> models() {
    return models;
  }
}
