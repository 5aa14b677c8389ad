package com.ceap.channels;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Programs as far as channels know them: without connectors, models and filters. */
public final class ShippedPrograms {
  public static final ExtensionRegistry<ChannelFactory<?>> CHANNELS =
      ExtensionRegistry.load(ChannelFactory.class);

  private static final List<String> UNKNOWN_HERE =
      List.of("dataConnectors", "batchSchedule", "scoringModels", "filterChain", "features");

  // A program needs some source, and the warehouses are not known here.
  private static final List<Object> A_SOURCE =
      List.of(
          Map.of(
              "sourceId",
              "events",
              "type",
              "eventbridge",
              "config",
              Map.of("eventBusName", "bus", "eventPattern", Map.of("source", List.of("shop")))));

  private ShippedPrograms() {}

  /** A program that ships with the platform. */
  public static Program load(String programId) {
    try {
      Map<String, Object> yaml =
          new Yaml()
              .load(
                  Files.readString(
                      ProjectFolder.find().resolve("programs").resolve(programId + ".yaml")));
      strip(yaml);
      yaml.putIfAbsent("eventSources", A_SOURCE);
      return parse(new Yaml().dump(yaml)).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void strip(Map<String, Object> yaml) {
    yaml.keySet().removeAll(UNKNOWN_HERE);
    if (yaml.get("marketplaceOverrides") instanceof Map<?, ?> overrides) {
      overrides.values().forEach(form -> ((Map<?, ?>) form).keySet().removeAll(UNKNOWN_HERE));
      overrides.values().removeIf(form -> ((Map<?, ?>) form).isEmpty());
    }
  }

  /** Whatever comes of a program's YAML. */
  public static LoadResult parse(String yaml) {
    Extensions extensions =
        new Extensions(
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            CHANNELS);
    return new ProgramLoader(extensions)
        .load("program.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
