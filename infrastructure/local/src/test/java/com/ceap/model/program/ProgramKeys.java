package com.ceap.model.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the reference of a program's keys is written from. It lies in the loader's package since the
 * records that describe the file are the loader's own.
 */
public final class ProgramKeys {
  private ProgramKeys() {}

  public static List<ConfigKey> program() {
    return ProgramDocument.keys(ProgramDocument.class);
  }

  /** The keys of an item of each list of the program. */
  public static Map<String, List<ConfigKey>> items() {
    Map<String, List<ConfigKey>> items = new LinkedHashMap<>();
    items.put("dataConnectors", ProgramDocument.keys(ProgramDocument.Connector.class));
    items.put("eventSources", ProgramDocument.keys(ProgramDocument.EventSource.class));
    items.put("scoringModels", ProgramDocument.keys(ProgramDocument.Model.class));
    items.put("features", ProgramDocument.keys(ProgramDocument.Feature.class));
    items.put("filterChain", ProgramDocument.keys(ProgramDocument.Filter.class));
    items.put("channels", ProgramDocument.keys(ProgramDocument.Channel.class));
    return items;
  }

  public static List<ConfigKey> eventBridge() {
    return ProgramDocument.keys(ProgramDocument.EventBridge.class);
  }

  public static List<ConfigKey> of(Class<? extends Record> type) {
    return ProgramDocument.keys(type);
  }

  public static List<String> constants(Class<?> type) {
    return List.copyOf(EnumNames.of(type).keySet());
  }

  /** Where each well-known feature comes from. */
  public static Map<String, String> features() {
    return FeatureCatalog.names().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> source(FeatureCatalog.find(name).orElseThrow()),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private static String source(FeatureCatalog.Origin origin) {
    return switch (origin) {
      case FeatureCatalog.Origin.Row _ -> "a column of the row";
      case FeatureCatalog.Origin.Derived _ -> "every row, worked out by ETL";
      case FeatureCatalog.Origin.Store store -> "the feature store, by " + store.entity();
      case FeatureCatalog.Origin.Alias alias -> "the same as `" + alias.feature() + "`";
    };
  }
}
