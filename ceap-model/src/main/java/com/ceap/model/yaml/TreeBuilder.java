package com.ceap.model.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Unfolds SnakeYAML's graph of nodes into a tree; aliases become copies, merge keys are merged. */
final class TreeBuilder {
  // A bomb of nested aliases stays below SnakeYAML's alias limit and still unfolds to millions.
  static final int NODES = 50_000;

  private static final Set<Tag> CORE =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.MERGE);

  private final List<YamlFault> faults = new ArrayList<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  List<YamlFault> faults() {
    return faults;
  }

  /** Whether the tree is larger than any file a person writes, and was cut off. */
  boolean cutOff() {
    return nodes > NODES;
  }

  YamlValue root(Node node) {
    return build(node, new Place(line(node), ""));
  }

  private YamlValue build(Node node, Place place) {
    if (++nodes > NODES) {
      return new YamlValue.Nothing(place);
    }
    if (!open.add(node)) {
      faults.add(new YamlFault(place, "", "an alias holds itself", "write out what it stands for"));
      return new YamlValue.Nothing(place);
    }
    try {
      return unfold(node, place);
    } finally {
      open.remove(node);
    }
  }

  private YamlValue unfold(Node node, Place place) {
    if (!CORE.contains(node.getTag())) {
      faults.add(
          new YamlFault(place, node.getTag().getValue(), "unknown tag", "leave the tag out"));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, place);
      case SequenceNode sequence -> sequence(sequence, place);
      case MappingNode mapping -> mapping(mapping, place);
      default -> throw new IllegalStateException("SnakeYAML made a node of " + node.getClass());
    };
  }

  private static YamlValue scalar(ScalarNode node, Place place) {
    return node.getTag().equals(Tag.NULL)
        ? new YamlValue.Nothing(place)
        : new YamlValue.Scalar(
            place, CoreSchema.value(node.getTag(), node.getValue()), node.getValue());
  }

  private YamlValue sequence(SequenceNode node, Place place) {
    List<YamlValue> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(build(item, place.item(items.size(), line(item))));
    }
    return new YamlValue.Sequence(place, items);
  }

  private YamlValue mapping(MappingNode node, Place place) {
    Map<String, YamlValue.Entry> own = new LinkedHashMap<>();
    Deque<YamlValue> merged = new ArrayDeque<>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        Place at = new Place(line(tuple.getValueNode()), place.path());
        merged.add(build(tuple.getValueNode(), at));
      } else {
        addEntry(tuple, place, own);
      }
    }
    merged.forEach(value -> merge(value, place, own));
    return new YamlValue.Mapping(place, List.copyOf(own.values()));
  }

  private void addEntry(NodeTuple tuple, Place place, Map<String, YamlValue.Entry> entries) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      Place at = new Place(line(tuple.getKeyNode()), place.path());
      faults.add(new YamlFault(at, "", "a key is a list or a block", "a key must be text"));
      return;
    }
    String key = keyNode.getValue();
    Place keyPlace = place.key(key, line(keyNode));
    YamlValue.Entry other = entries.get(key);
    if (other != null) {
      faults.add(
          new YamlFault(
              keyPlace,
              "",
              "the key stands here and in line " + other.place().line(),
              "keep one of them"));
      return;
    }
    Place valuePlace = new Place(line(tuple.getValueNode()), keyPlace.path());
    entries.put(key, new YamlValue.Entry(keyPlace, key, build(tuple.getValueNode(), valuePlace)));
  }

  private void merge(YamlValue value, Place place, Map<String, YamlValue.Entry> entries) {
    switch (value) {
      case YamlValue.Mapping mapping ->
          mapping.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
      case YamlValue.Sequence list -> list.items().forEach(item -> merge(item, place, entries));
      case YamlValue.Scalar other -> mergeFault(other);
      case YamlValue.Nothing other -> mergeFault(other);
    }
  }

  private void mergeFault(YamlValue value) {
    faults.add(
        new YamlFault(
            value.place(),
            value.shown(),
            "'<<' does not name a block",
            "give an alias of a block"));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
