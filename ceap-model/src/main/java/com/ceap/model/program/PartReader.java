package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of a program: connectors, events, filters, channels. */
final class PartReader {
  static final String EVENTBRIDGE = "eventbridge";

  private final Extensions extensions;
  private final Problems problems;
  private final BlockReader blocks;
  private final Typed typed;

  PartReader(Extensions extensions, Problems problems) {
    this.extensions = extensions;
    this.problems = problems;
    this.blocks = new BlockReader(problems);
    this.typed = new Typed(problems);
  }

  /** The blocks of a list, each read as far as it can be. */
  List<Block> blocks(Block program, String key, Class<? extends Record> part) {
    List<Block> read = new ArrayList<>();
    for (YamlValue item : program.items(key)) {
      if (item instanceof YamlValue.Mapping block) {
        read.add(blocks.read(ProgramDocument.keys(part), block));
      } else {
        problems.add(item, "must be a block of keys", "write each as 'key: value'");
      }
    }
    return read;
  }

  /** A connector and the columns that it is known to deliver. */
  record Connector(ConnectorSpec spec, Columns columns) {}

  List<Connector> connectors(Block program) {
    Ids ids = new Ids("connectorId", problems);
    List<Connector> specs = new ArrayList<>();
    for (Block block : blocks(program, "dataConnectors", ProgramDocument.Connector.class)) {
      Optional<String> id = ids.take(block);
      factory(extensions.connectors(), block, "connector type")
          .flatMap(factory -> connector(id.orElse(""), factory, block))
          .ifPresent(specs::add);
    }
    return specs;
  }

  private <C> Optional<Connector> connector(String id, ExtensionFactory<C> factory, Block block) {
    return typed
        .config(factory, block, "config")
        .map(
            config -> {
              List<String> columns = columns(factory, config, block);
              return new Connector(
                  new ConnectorSpec(id, factory.type(), config, columns), Columns.of(columns));
            });
  }

  /** Empty where they cannot be told. */
  private <C> List<String> columns(ExtensionFactory<C> factory, C config, Block block) {
    if (!(factory instanceof ColumnsKnown<C> known)) {
      return List.of();
    }
    try {
      return known.columns(config);
    } catch (RuntimeException defect) {
      typed.failed(factory, block.place("config"), defect);
      return List.of();
    }
  }

  List<EventSourceSpec> eventSources(Block program) {
    Ids ids = new Ids("sourceId", problems);
    List<EventSourceSpec> specs = new ArrayList<>();
    for (Block block : blocks(program, "eventSources", ProgramDocument.EventSource.class)) {
      Optional<String> id = ids.take(block);
      Optional<String> type = block.text("type").filter(given -> knownSource(given, block));
      if (type.isPresent()) {
        block
            .find("config", YamlValue.Mapping.class)
            .map(config -> eventBridge(id.orElse(""), config))
            .ifPresent(specs::add);
      }
    }
    return specs;
  }

  private boolean knownSource(String type, Block block) {
    if (!type.equals(EVENTBRIDGE)) {
      block
          .source()
          .find("type")
          .ifPresent(
              at ->
                  problems.add(
                      at,
                      "unknown event source type",
                      NearestName.fullHint(type, List.of(EVENTBRIDGE), "event source types")));
    }
    return type.equals(EVENTBRIDGE);
  }

  private EventSourceSpec eventBridge(String id, YamlValue.Mapping config) {
    Block block = blocks.read(ProgramDocument.keys(ProgramDocument.EventBridge.class), config);
    return new EventSourceSpec(
        id,
        EVENTBRIDGE,
        block.text("eventBusName").orElse(""),
        block
            .find("eventPattern", YamlValue.Mapping.class)
            .map(new EventPattern(problems)::read)
            .orElse(Map.of()));
  }

  List<FilterSpec> filters(Block program) {
    Ids ids = new Ids("filterId", problems);
    Ids orders = new Ids("order", problems);
    List<FilterSpec> specs = new ArrayList<>();
    for (Block block : blocks(program, "filterChain", ProgramDocument.Filter.class)) {
      Optional<String> id = ids.take(block);
      block.find("order", Integer.class).ifPresent(order -> orders.once(order, block));
      factory(extensions.filters(), block, "filter type")
          .flatMap(factory -> filter(id.orElse(""), factory, block))
          .ifPresent(specs::add);
    }
    return specs;
  }

  private <C> Optional<FilterSpec> filter(String id, ExtensionFactory<C> factory, Block block) {
    return typed
        .config(factory, block, "parameters")
        .map(
            parameters ->
                new FilterSpec(
                    id, factory.type(), block.whole("order"), block.flag("enabled"), parameters));
  }

  List<ChannelSpec> channels(Block program) {
    Ids ids = new Ids("channelId", problems);
    List<ChannelSpec> specs = new ArrayList<>();
    for (Block block : blocks(program, "channels", ProgramDocument.Channel.class)) {
      Optional<String> id = ids.take(block);
      factory(extensions.channels(), block, "channel type")
          .flatMap(factory -> channel(id.orElse(""), factory, block))
          .ifPresent(specs::add);
    }
    return specs;
  }

  private <C> Optional<ChannelSpec> channel(String id, ExtensionFactory<C> factory, Block block) {
    return typed
        .config(factory, block, "config")
        .map(
            config ->
                new ChannelSpec(
                    id,
                    factory.type(),
                    block.flag("enabled"),
                    block.whole("priority"),
                    block.flag("shadow"),
                    config));
  }

  private <F extends ExtensionFactory<?>> Optional<F> factory(
      ExtensionRegistry<F> registry, Block block, String kind) {
    return block
        .text("type")
        .flatMap(
            type ->
                block.source().find("type").flatMap(at -> typed.factory(registry, type, at, kind)));
  }
}
