package com.ceap.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a row's attributes in their order; shared by all rows of one source, so that a row
 * costs one array.
 */
public final class AttributeSchema {
  public static final AttributeSchema EMPTY = new AttributeSchema(List.of());

  private final List<String> names;
  private final Map<String, Integer> positions;

  public AttributeSchema(List<String> names) {
    this.names = List.copyOf(names);
    Map<String, Integer> byName = new HashMap<>();
    for (String name : this.names) {
      if (byName.put(name, byName.size()) != null) {
        throw new IllegalArgumentException("attribute '" + name + "' is named twice");
      }
    }
    this.positions = byName;
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** The position of an attribute, or −1 where the row has none of that name. */
  public int position(String name) {
    Integer position = positions.get(name);
    return position == null ? -1 : position;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof AttributeSchema that && names.equals(that.names));
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
