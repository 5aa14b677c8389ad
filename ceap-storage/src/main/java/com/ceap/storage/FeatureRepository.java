package com.ceap.storage;

import static com.ceap.storage.CeapTables.FEATURES;

import com.ceap.model.Attributes;
import com.ceap.model.port.FeatureStore;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Features that were computed elsewhere: one item for each entity and id. Thread-safe. */
public final class FeatureRepository implements FeatureStore {

  /**
   * One feature of one customer or subject.
   *
   * @param value Long, Double, Boolean or String
   */
  public record Feature(String entity, String id, String name, Object value) {}

  private final Table table;

  FeatureRepository(Table table) {
    this.table = table;
  }

  @Override
  public Map<String, Attributes> features(String entity, Set<String> ids, Set<String> names) {
    Map<Key, String> idByKey = HashMap.newHashMap(ids.size());
    ids.forEach(id -> idByKey.put(key(entity, id), id));
    Map<String, Attributes> features = new HashMap<>();
    table
        .batchGet(idByKey.keySet())
        .forEach(
            (key, item) ->
                decode(item, names).ifPresent(found -> features.put(idByKey.get(key), found)));
    return features;
  }

  /** The features of an item among the names; empty where it has none of them. */
  static Optional<Attributes> decode(Item item, Set<String> names) {
    Item wanted = item.isEmpty() ? item : item.map("values").only(names);
    return wanted.isEmpty() ? Optional.empty() : Optional.of(AttributeCodec.decode(wanted));
  }

  /** Merges features into what is known; of each the latest holds. Answers how many took hold. */
  public int importAll(Collection<Versioned<Feature>> features) {
    Map<Key, List<Versioned<Feature>>> byKey = new LinkedHashMap<>();
    for (Versioned<Feature> feature : features) {
      Key key = key(feature.value().entity(), feature.value().id());
      byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(feature);
    }
    Map<Key, Item> stored = table.batchGet(byKey.keySet());
    List<BatchWrite> writes = new ArrayList<>(byKey.size());
    int taken = 0;
    for (Map.Entry<Key, List<Versioned<Feature>>> entry : byKey.entrySet()) {
      FeatureItem item = new FeatureItem(stored.getOrDefault(entry.getKey(), Item.EMPTY));
      for (Versioned<Feature> feature : entry.getValue()) {
        taken += item.take(feature) ? 1 : 0;
      }
      writes.add(BatchWrite.put(item.build(entry.getKey())));
    }
    table.batchWrite(writes);
    return taken;
  }

  static Key key(String entity, String id) {
    return Key.of(CompositeKey.of(entity, id));
  }

  /** The item of one entity while features are merged into it. */
  private static final class FeatureItem {
    private final Item.Builder values = Item.builder();
    private final Item.Builder times = Item.builder();
    private final Map<String, Num> known = new HashMap<>();

    FeatureItem(Item stored) {
      if (stored.isEmpty()) {
        return;
      }
      values.withAll(stored.map("values"));
      times.withAll(stored.map(LatestWins.UPDATED_AT));
      Item at = stored.map(LatestWins.UPDATED_AT);
      at.names().forEach(name -> known.put(name, at.number(name)));
    }

    boolean take(Versioned<Feature> feature) {
      String name = feature.value().name();
      Num at = Epoch.of(feature.updatedAt());
      if (known.containsKey(name) && at.compareTo(known.get(name)) < 0) {
        return false;
      }
      known.put(name, at);
      values.set(name, AttributeCodec.encode(feature.value().value()));
      times.set(name, at);
      return true;
    }

    Item build(Key key) {
      return Item.builder()
          .with(FEATURES.partitionKey(), key.partition())
          .with("values", new Value.MapOf(values.build()))
          .with(LatestWins.UPDATED_AT, new Value.MapOf(times.build()))
          .build();
    }
  }
}
