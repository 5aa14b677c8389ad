package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a marketplace's deviations over a program's tree. Blocks merge key by key, lists of things
 * with ids by id, everything else is replaced; what comes from the deviations keeps their lines.
 */
final class OverrideMerge {
  private static final Map<String, String> ID_KEYS =
      Map.of(
          "dataConnectors", "connectorId",
          "eventSources", "sourceId",
          "scoringModels", "modelId",
          "filterChain", "filterId",
          "channels", "channelId");

  private OverrideMerge() {}

  static YamlValue.Mapping merge(YamlValue.Mapping base, YamlValue.Mapping override) {
    Map<String, YamlValue.Entry> merged = new LinkedHashMap<>();
    base.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (YamlValue.Entry entry : override.entries()) {
      YamlValue.Entry old = merged.get(entry.key());
      YamlValue value =
          old == null ? entry.value() : merge(entry.key(), old.value(), entry.value());
      merged.put(entry.key(), new YamlValue.Entry(entry.place(), entry.key(), value));
    }
    return new YamlValue.Mapping(override.place(), List.copyOf(merged.values()));
  }

  private static YamlValue merge(String key, YamlValue base, YamlValue override) {
    if (base instanceof YamlValue.Mapping old && override instanceof YamlValue.Mapping more) {
      return merge(old, more);
    }
    String idKey = ID_KEYS.get(key);
    if (idKey != null
        && base instanceof YamlValue.Sequence old
        && override instanceof YamlValue.Sequence more) {
      return mergeById(idKey, old, more);
    }
    return override;
  }

  private static YamlValue mergeById(
      String idKey, YamlValue.Sequence base, YamlValue.Sequence override) {
    List<YamlValue> merged = new ArrayList<>(base.items());
    int known = merged.size();
    for (YamlValue item : override.items()) {
      int at = position(merged.subList(0, known), id(item, idKey), idKey);
      if (at >= 0
          && merged.get(at) instanceof YamlValue.Mapping old
          && item instanceof YamlValue.Mapping more) {
        merged.set(at, merge(old, more));
      } else {
        merged.add(item);
      }
    }
    return new YamlValue.Sequence(override.place(), merged);
  }

  private static int position(List<YamlValue> items, Optional<String> id, String idKey) {
    for (int i = 0; i < items.size(); i++) {
      if (id.isPresent() && id.equals(id(items.get(i), idKey))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> id(YamlValue item, String idKey) {
    return item instanceof YamlValue.Mapping block
        ? block
            .find(idKey)
            .flatMap(
                value ->
                    value instanceof YamlValue.Scalar scalar
                        ? Optional.of(scalar.text())
                        : Optional.empty())
        : Optional.empty();
  }
}
