package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.port.FeatureStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Features by entity and id; remembers what it was asked. */
public final class InMemoryFeatureStore implements FeatureStore {
  /** One read of the store. */
  public record Read(String entity, Set<String> ids, Set<String> names) {}

  private final Map<String, Map<String, Map<String, Object>>> values = new LinkedHashMap<>();
  private final List<Read> reads = new ArrayList<>();

  public InMemoryFeatureStore with(String entity, String id, String name, Object value) {
    values
        .computeIfAbsent(entity, e -> new LinkedHashMap<>())
        .computeIfAbsent(id, i -> new LinkedHashMap<>())
        .put(name, value);
    return this;
  }

  @Override
  public synchronized Map<String, Attributes> features(
      String entity, Set<String> ids, Set<String> names) {
    reads.add(new Read(entity, Set.copyOf(ids), Set.copyOf(names)));
    Map<String, Attributes> found = new LinkedHashMap<>();
    values
        .getOrDefault(entity, Map.of())
        .forEach(
            (id, features) -> {
              Map<String, Object> wanted = new LinkedHashMap<>(features);
              wanted.keySet().retainAll(names);
              if (ids.contains(id) && !wanted.isEmpty()) {
                found.put(id, Attributes.of(wanted));
              }
            });
    return found;
  }

  public List<Read> reads() {
    return reads;
  }
}
